import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work that a team does together with a company: one task, one result; the company says its side beside it. */
export class TasksJointWork1795830232000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assignments add column provider_id uuid references providers;
      create index assignments_provider on assignments (provider_id, issued_at desc) where provider_id is not null;
      -- What a company says that it has done of a joint task. No lines: what counts are the team's.
      create table partner_reports (
        id uuid primary key,
        task_id uuid not null references tasks,
        provider_id uuid not null references providers,
        value int not null check (value > 0),
        happened_on date not null,
        note text,
        link text,
        by_id uuid not null references people,
        at timestamptz not null,
        command_id uuid not null,
        constraint partner_reports_once_per_command unique (by_id, command_id)
      );
      create index partner_reports_task on partner_reports (task_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table partner_reports;
      alter table assignments drop column provider_id;
    `);
  }
}
