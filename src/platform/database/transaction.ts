import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

/**
 * TypeORM's transaction, whose beginning is not waited for: the first statement goes out behind it in the same write. Answers
 * come in the order of asking, so that a beginning that failed is known before anything is committed.
 */
export async function inTransaction<T>(source: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner() as PostgresQueryRunner;
  try {
    const client: PoolClient = await runner.connect();
    const begun = client.query('START TRANSACTION');
    begun.catch(ignore);
    // As its own startTransaction leaves it behind: what is nested is a savepoint, also as the very first statement.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    const result = await work(runner.manager);
    await begun;
    await runner.commitTransaction();
    return result;
  } catch (error) {
    // What failed is told, not what failed after it.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(ignore);
    throw error;
  } finally {
    await runner.release();
  }
}

const ignore = (): void => undefined;
