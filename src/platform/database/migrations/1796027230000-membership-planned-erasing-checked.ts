import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of before are looked at while they are written. */
export class MembershipPlannedErasingChecked1796027230000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table data_requests validate constraint data_requests_erase_asked_by_fkey');
    await runner.query('alter table data_requests validate constraint data_requests_erase_seconded_by_fkey');
  }

  /** The constraints themselves go with the columns. */
  async down(): Promise<void> {}
}
