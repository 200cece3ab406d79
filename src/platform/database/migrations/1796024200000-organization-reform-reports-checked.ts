import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The steps of reforms of before are looked at while they are written. */
export class OrganizationReformReportsChecked1796024200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reorganisation_steps validate constraint reorganisation_steps_step_check');
  }

  /** The constraint itself goes with the migration before. */
  async down(): Promise<void> {}
}
