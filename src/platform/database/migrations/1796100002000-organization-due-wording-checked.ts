import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of the rules that stand are looked at while they are read and written. */
export class OrganizationDueWordingChecked1796100002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table period_rules validate constraint period_rules_wording_check');
  }

  async down(): Promise<void> {}
}
