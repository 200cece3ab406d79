import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The reports of one unit, of every kind, were looked for among all of the country: the index that begins with the unit has
 * monthly ones only.
 */
export class ReportingReportsByUnit1796026150000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists reports_unit');
    await runner.query('create index concurrently reports_unit on reports (unit_id, month)');
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reports_unit');
  }
}
