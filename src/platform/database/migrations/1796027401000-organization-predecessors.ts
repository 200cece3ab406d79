import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit was made of is asked as often as what it became. */
export class OrganizationPredecessors1796027401000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists unit_successors_to');
    await runner.query('create index concurrently unit_successors_to on unit_successors (to_unit_id)');
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index unit_successors_to');
  }
}
