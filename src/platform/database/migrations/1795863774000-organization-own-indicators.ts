import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An installation adds indicators of its own, each by a directive; those of the catalogue name none. */
export class OrganizationOwnIndicators1795863774000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table indicators add column directive_id uuid references directives`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table indicators drop column directive_id`);
  }
}
