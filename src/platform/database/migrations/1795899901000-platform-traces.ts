import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list of people that is taken away carries a code, by which its line of the log is found. */
export class PlatformTraces1795899901000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Lists that were taken before have none.
      alter table access_acts add column trace text check (trace is null or kind = 'export');
      create unique index access_acts_by_trace on access_acts (trace) where trace is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table access_acts drop column trace`);
  }
}
