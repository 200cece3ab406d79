import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what sessions were opened holds of those of before too; looked at while they are written. */
export class MembershipAgencyOpenings1796013110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sessions validate constraint sessions_opened_by_check');
  }

  /** The constraint itself goes with the migration before. */
  async down(): Promise<void> {}
}
