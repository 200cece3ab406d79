import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of before are looked at while they are written. */
export class MembershipSplitTeamsChecked1796025120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table teams validate constraint teams_split_from_id_fkey');
  }

  /** The constraint itself goes with the column. */
  async down(): Promise<void> {}
}
