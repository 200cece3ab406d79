import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of before are looked at while they are written. */
export class MembershipSecondPersonsChecked1796027210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table posts validate constraint posts_given_by_fkey');
  }

  /** The constraint itself goes with the column. */
  async down(): Promise<void> {}
}
