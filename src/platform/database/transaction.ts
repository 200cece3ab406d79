import type { PoolClient, QueryResult } from 'pg';
import { type DataSource, type EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';
import type { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { queryOf, Sql, type Statement } from './sql.ts';

/** What transactions ask last, by their connection. */
const lasts = new WeakMap<QueryRunner, Statement[]>();

/**
 * Asks at the very end of the transaction, in one write with the commit: what nothing within it reads. What fails then takes the
 * transaction along, as PostgreSQL commits nothing after a failure. Within a savepoint it is asked at once, since that may be undone alone.
 */
export async function askLast(tx: EntityManager, statement: Statement): Promise<void> {
  const runner = tx.queryRunner as PostgresQueryRunner;
  const own = lasts.get(runner);
  if (own && (runner as unknown as Begun).transactionDepth === 1) own.push(statement);
  else await tx.query(...queryOf(statement));
}

/**
 * TypeORM's transaction, whose beginning is not waited for: the first statement goes out behind it in the same write, and its end
 * behind what is asked last. Answers come in the order of asking, so that a beginning that failed is known before anything counts.
 */
export async function inTransaction<T>(source: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner() as PostgresQueryRunner;
  try {
    const client: PoolClient = await runner.connect();
    const begun = client.query('START TRANSACTION');
    begun.catch(ignore);
    const last: Statement[] = [];
    lasts.set(runner, last);
    // As its own startTransaction leaves it behind: what is nested is a savepoint, also as the very first statement.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 } satisfies Begun);
    const result = await work(runner.manager);
    await commit(runner, client, begun, last);
    return result;
  } catch (error) {
    // What failed is told, not what failed after it.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(ignore);
    throw error;
  } finally {
    await runner.release();
  }
}

interface Begun {
  isTransactionActive: boolean;
  transactionDepth: number;
}

async function commit(
  runner: PostgresQueryRunner,
  client: PoolClient,
  begun: Promise<unknown>,
  last: readonly Statement[],
): Promise<void> {
  const asked = last.map((statement) => answered(client, statement));
  const committed: Promise<QueryResult> = client.query('COMMIT');
  // Over either way: after a failure PostgreSQL takes COMMIT as ROLLBACK, and says so.
  Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 } satisfies Begun);
  const answers = await Promise.allSettled([begun, ...asked, committed]);
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
  if ((await committed).command !== 'COMMIT')
    throw new Error('A statement of this transaction had failed, and nobody has said so.');
}

/** As TypeORM says what fails. */
async function answered(client: PoolClient, statement: Statement): Promise<void> {
  const [query, values] = queryOf(statement);
  try {
    await client.query(query, values);
  } catch (error) {
    const { text } = statement instanceof Sql ? statement : statement.of;
    throw new QueryFailedError(text, values, error as Error);
  }
}

const ignore = (): void => undefined;
