import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrdersOfProducts1700000008220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An order of a series whose targets were cut to what the OCOP register missed: the next one goes by the one before it.
      alter table assignments add column capped boolean not null default false;
      create index assignments_of_series on assignments (series_id, issued_at desc);
      -- The last period in which the series issued nothing, and why; the next order clears it.
      alter table assignment_schedules add column skipped_month text, add column skip_reason text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index assignments_of_series;
      alter table assignments drop column capped;
      alter table assignment_schedules drop column skipped_month, drop column skip_reason;
    `);
  }
}
