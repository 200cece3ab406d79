import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever gave a piece of advice asks on a day how it went. */
export class TasksFollowUps1796028450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table follow_ups (
        id uuid primary key,
        entry_id uuid not null unique references progress_entries,
        person_id uuid not null references people,
        ask_on date not null,
        done_at timestamptz
      );
      create index follow_ups_of_person on follow_ups (person_id);
      create index follow_ups_by_day on follow_ups (ask_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table follow_ups');
  }
}
