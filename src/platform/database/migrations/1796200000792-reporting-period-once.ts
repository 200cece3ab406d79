import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A period of months is asked for once, whatever it is called. */
export class ReportingPeriodOnce1796200000792 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('set lock_timeout = 0'); // It waits for old transactions, and nobody waits for it.
    await runner.query('drop index concurrently if exists campaigns_once_of_months');
    await runner.query(`create unique index concurrently campaigns_once_of_months on campaigns (unit_id, starts_on, ends_on)
      where kind = 'months' and cancelled_at is null`);
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index campaigns_once_of_months');
  }
}
