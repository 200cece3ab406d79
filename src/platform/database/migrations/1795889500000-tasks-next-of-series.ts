import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the next order of a monthly series differs in from the last one, and how often it was changed. */
export class TasksNextOfSeries1795889500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table assignment_schedules
         add column next_title text,
         add column next_due_day int check (next_due_day between 1 and 31),
         add column next_target int check (next_target > 0),
         add column with_new_teams boolean not null default false,
         add column version int not null default 1`,
    );
    await runner.query('create index assignment_schedules_unit on assignment_schedules (unit_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index assignment_schedules_unit');
    await runner.query(
      `alter table assignment_schedules
         drop column next_title, drop column next_due_day, drop column next_target, drop column with_new_teams, drop column version`,
    );
  }
}
