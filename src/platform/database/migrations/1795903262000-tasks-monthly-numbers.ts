import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of communes that are given anew at the start of each period. */
export class TasksMonthlyNumbers1795903262000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The first one of a series is the series; 'YYYY-MM' for which a later one was given.
      alter table allotments add column series_id uuid, add column period_month text;
      update allotments set series_id = id;
      alter table allotments alter column series_id set not null;
      create index allotments_series on allotments (series_id, issued_at);

      create table allotment_schedules (
        series_id uuid primary key references allotments,
        unit_id uuid not null references units,
        set_by uuid not null references people,
        set_at timestamptz not null,
        last_month text not null,
        ended_at timestamptz,
        end_reason text,
        -- What only the next ones differ in, instead of the last ones.
        next_title text,
        next_due_day int check (next_due_day between 1 and 31),
        next_shares jsonb,
        version int not null default 1
      );
      create index allotment_schedules_unit on allotment_schedules (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table allotment_schedules;
      drop index allotments_series;
      alter table allotments drop column series_id, drop column period_month;
    `);
  }
}
