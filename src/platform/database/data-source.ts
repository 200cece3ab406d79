import { setTimeout as pause } from 'node:timers/promises';
import type { DataSourceOptions } from 'typeorm';
import { DataSource } from 'typeorm';
import { types } from 'pg';
import { isMetering, isTracing } from '#platform/telemetry';
import { BoundedClient } from './bounded-client.ts';
import { execute, rowsOf, type Tx, violation } from './database.ts';
import { MeasuredClient } from './measured-client.ts';
import { migrations } from './migrations/index.ts';
import { SnakeNaming } from './naming.ts';
import { shortSize } from './short-pool.ts';
import { sql } from './sql.ts';

const DATE = 1082;
const INT8 = 20;
// Local days stay 'YYYY-MM-DD' (a Date would shift them by the time zone); counts fit a number.
types.setTypeParser(DATE, (value) => value);
types.setTypeParser(INT8, Number);

/** Nobody waits longer than this for a page: what takes longer is a defect, and is answered with platform.tookTooLong. */
export const REQUEST_STATEMENT_MS = 10_000;
/** A worker's statements may gather a month of a whole province. */
export const WORKER_STATEMENT_MS = 60_000;
/** PostgreSQL itself ends what takes too long; one that hangs does not, and is given up so much later. */
const UNANSWERED_MS = 2_000;
/** For a connection of the pool, or to the server: below the time after which a page gives up by itself. */
const CONNECT_MS = 8_000;

export function dataSourceOptions(
  url: string,
  poolSize = 12,
  statementMs: number = WORKER_STATEMENT_MS,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize: poolSize - shortSize(poolSize),
    namingStrategy: new SnakeNaming(),
    migrations,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migrations',
    applicationName: 'to-so',
    extra: {
      statement_timeout: statementMs,
      query_timeout: statementMs + UNANSWERED_MS,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      // A statement does not wait for the answer to the one before it on its connection.
      pipeline: true,
      shortSize: shortSize(poolSize),
      idle_in_transaction_session_timeout: 60_000,
      Client: isMetering() || isTracing() ? MeasuredClient : BoundedClient,
    },
  };
}

const MIGRATION_LOCK = 7_420_001;
/** Held while the schema changes; a backup shares it, so that the schema stays as it is meanwhile. */
export const SCHEMA_LOCK = 7_420_003;

/** The message is for the person at the terminal: it names the way on. */
export class OtherVersionError extends Error {
  readonly code = 'database.other_version';

  constructor(migration: string) {
    super(
      `This database was made by another version of Tổ Số: it holds the migration ${migration}, which this version does not know. ` +
        'Start the version that made it, or begin with an empty database (the demo: npm run demo -- --reset).',
    );
    this.name = 'OtherVersionError';
  }
}

/** The message is for the person at the terminal, as above. */
export class MigrationBlockedError extends Error {
  readonly code = 'database.migration_blocked';

  constructor(cause: unknown) {
    super(
      'The upgrade has changed nothing more: somebody holds a table that it has to change, for more than a minute. Look for old ' +
        "transactions (select * from pg_stat_activity where xact_start < now() - interval '1 minute'), end them, and start again.",
      { cause },
    );
    this.name = 'MigrationBlockedError';
  }
}

/** A database of a later version, or of a state before the first release, must not be half migrated. */
async function refuseOtherVersion(source: DataSource): Promise<void> {
  const known = source.migrations.map((one) => one.name ?? one.constructor.name);
  const isNew = !(await source.query<unknown[]>(`select 1 where to_regclass('migrations') is not null`)).length;
  if (isNew) return;
  const [unknown] = await rowsOf<{ name: string }>(
    source.manager,
    sql`select name from migrations where not name = any(${known}::text[]) order by id limit 1`,
  );
  if (unknown) throw new OtherVersionError(unknown.name);
}

/** How many of ours it has not been through. */
async function missingIn(source: DataSource): Promise<number> {
  const known = source.migrations.map((one) => one.name ?? one.constructor.name);
  const isNew = !(await source.query<unknown[]>(`select 1 where to_regclass('migrations') is not null`)).length;
  if (isNew) return known.length;
  const missing = await rowsOf(
    source.manager,
    sql`select 1 from unnest(${known}::text[]) as k(name) where not exists (select 1 from migrations m where m.name = k.name)`,
  );
  return missing.length;
}

/**
 * Who waits for a table makes everybody wait who asks for it afterwards, and members are at work: a migration gives up at once,
 * lets them through, and tries again. The first release's are run on an empty database, where nobody is.
 */
const LOCK_MS = 300;
const TRIES = 200;
const PAUSE_MS = 200;
const LOCK_NOT_AVAILABLE = '55P03';

/** @throws MigrationBlockedError when the same table is held for more than a minute */
async function runPatiently(source: DataSource): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      await source.runMigrations();
      return;
    } catch (error) {
      if (violation(error)?.state !== LOCK_NOT_AVAILABLE) throw error;
      if (tries === TRIES) throw new MigrationBlockedError(error);
      await pause(PAUSE_MS);
    }
}

/**
 * For its turn, and for a backup that runs, a process waits as long as it takes, asking again and again: a statement that waits
 * holds a snapshot, and an index that is made beside others' work would wait for that one for ever.
 */
async function waitFor(tx: Tx, key: number): Promise<void> {
  for (;;) {
    const [row] = await rowsOf<{ taken: boolean }>(tx, sql`select pg_try_advisory_lock(${key}) as taken`);
    if (row?.taken) return;
    await pause(PAUSE_MS);
  }
}

/**
 * Brings a database up to date. Safe when several processes start at once: they queue on an advisory lock.
 * BullMQ's own tables are migrated with ours.
 *
 * @throws OtherVersionError for a database that holds a migration which is not known here, MigrationBlockedError
 */
export async function migrate(url: string): Promise<number> {
  const source = new DataSource({ ...dataSourceOptions(url, 3), extra: { lock_timeout: LOCK_MS } });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.connect();
    await waitFor(lock.manager, MIGRATION_LOCK);
    await refuseOtherVersion(source);
    const missing = await missingIn(source);
    // A restart that changes nothing does not wait for a backup that runs; an upgrade does.
    if (missing > 0) await waitFor(lock.manager, SCHEMA_LOCK);
    await runPatiently(source);
    const { migrateQueues } = await import('./queue-tables.ts');
    await migrateQueues(url);
    return missing;
  } finally {
    await execute(lock.manager, sql`select pg_advisory_unlock_all()`).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
