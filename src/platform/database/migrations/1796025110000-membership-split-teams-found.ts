import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of a divided one is found by it; made while people work. */
export class MembershipSplitTeamsFound1796025110000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists teams_split');
    await runner.query(
      'create index concurrently teams_split on teams (split_from_id) where split_from_id is not null',
    );
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index teams_split');
  }
}
