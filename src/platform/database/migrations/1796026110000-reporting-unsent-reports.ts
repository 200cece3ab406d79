import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit owes and has not sent is found by the unit, whatever it and all others have sent before. */
export class ReportingUnsentReports1796026110000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists reports_unsent');
    await runner.query(`create index concurrently reports_unsent on reports (unit_id) where version = 0`);
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reports_unsent');
  }
}
