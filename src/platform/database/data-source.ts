import type { DataSourceOptions } from 'typeorm';
import { DataSource } from 'typeorm';
import { types } from 'pg';
import { migrations } from './migrations/index.ts';
import { SnakeNaming } from './naming.ts';

const DATE = 1082;
const INT8 = 20;
// Local days stay 'YYYY-MM-DD' (a Date would shift them by the time zone); counts fit a number.
types.setTypeParser(DATE, (value) => value);
types.setTypeParser(INT8, Number);

export function dataSourceOptions(url: string, poolSize = 12): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    namingStrategy: new SnakeNaming(),
    migrations,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migrations',
    applicationName: 'to-so',
    extra: { statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 },
  };
}

const MIGRATION_LOCK = 7_420_001;

/**
 * Brings a database up to date. Safe when several processes start at once: they queue on an advisory lock.
 * BullMQ's own tables are migrated with ours.
 */
export async function migrate(url: string): Promise<number> {
  const source = new DataSource({ ...dataSourceOptions(url, 3), extra: {} });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.connect();
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await source.runMigrations();
    const { migrateQueues } = await import('./queue-tables.ts');
    await migrateQueues(url);
    return done.length;
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
