import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an office above still has to answer is found by the office, however many difficulties the country has. */
export class TasksEscalatedDifficulties1796026100000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists difficulties_escalated');
    await runner.query(
      `create index concurrently difficulties_escalated on difficulties (escalated_to) where escalated_to is not null and closed_at is null`,
    );
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index difficulties_escalated');
  }
}
