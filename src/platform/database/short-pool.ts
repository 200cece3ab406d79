/**
 * Connections for short statements alone. Each keeps the plan of a statement from the first time: planning took twice as long as
 * working (docs/decisions/0308). Long statements are planned for their values, on the connections of TypeORM's pool.
 */
import { type ClientConfig, Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** A connection that has been idle for ten seconds would end otherwise, and its plans with it. */
const IDLE_MS = 300_000;

/** So many of a process's connections, at least one, are for short statements; a short one holds its connection for a millisecond or two. */
export const shortSize = (all: number): number => Math.max(1, Math.floor(all / 4));

export class ShortPool {
  private pool: Pool | undefined;
  private isOver = false;

  constructor(private readonly source: DataSource) {}

  /** Made when it is first asked for: a process that asks nothing short has no connections for it. */
  get(): Pool {
    if (this.isOver) throw new Error('The process is ending: nothing is asked any more.');
    this.pool ??= this.open();
    return this.pool;
  }

  private open(): Pool {
    const driver = this.source.driver as PostgresDriver;
    // What TypeORM has made of the same options.
    const { options } = driver.master as { options: ClientConfig };
    const pool = new Pool({
      ...options,
      // Pools keep it where a spread does not find it.
      password: options.password,
      max: (driver.options.extra as { shortSize: number }).shortSize,
      idleTimeoutMillis: IDLE_MS,
      options: '-c plan_cache_mode=force_generic_plan',
    });
    // An idle connection whose server went away: the next statement gets another one.
    pool.on('error', () => undefined);
    return pool;
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.pool?.end();
  }
}
