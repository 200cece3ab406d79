import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands in one unit under one name: asked for each hamlet that is shown. */
export class OrganizationNamesBeside1796021300000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists unit_versions_beside');
    await runner.query('create index concurrently unit_versions_beside on unit_versions (parent_id, name_folded)');
    await runner.query('drop index concurrently if exists unit_versions_parent');
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index unit_versions_parent on unit_versions (parent_id)');
    await runner.query('drop index unit_versions_beside');
  }
}
