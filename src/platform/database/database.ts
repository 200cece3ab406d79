import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { ShortPool } from './short-pool.ts';
import { inTransaction } from './transaction.ts';
import { Together } from './together.ts';
import { queryOf, type Statement, sql } from './sql.ts';

export type Tx = EntityManager;

/** One store for all: each costs every promise of the process a little, so it is in use only while a transaction is. */
const running = new AsyncLocalStorage<Running>();
let open = 0;

interface Running {
  of: Database;
  tx: Tx;
  isOpen: boolean;
  /** What asks for a transaction within becomes part of this one. */
  isWhole: boolean;
}

/**
 * The one way to PostgreSQL: explicit transactions, plain SQL for reads. A read within a transaction takes its connection and
 * sees what it wrote: were it to ask the pool for a second one, as many commands at once as the pool has connections would
 * wait for each other for ever.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly shortPool: ShortPool;
  private readonly together: Together;

  constructor(@InjectDataSource() readonly source: DataSource) {
    this.shortPool = new ShortPool(source);
    this.together = new Together(() => this.shortPool.get());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.shortPool.end();
  }

  /** Runs `work` in one transaction; everything it writes commits together or not at all. */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const around = running.getStore();
    if (around?.isWhole && around.isOpen && around.of === this) return work(around.tx);
    return this.begin(work, false);
  }

  /** Several use cases, one after the other, that count together or not at all: their transactions are one. */
  whole<T>(work: () => Promise<T>): Promise<T> {
    const around = running.getStore();
    if (around?.isWhole && around.isOpen && around.of === this) return work();
    return this.begin(work, true);
  }

  /** What `work` would give and would refuse: done as one, looked at, and then as if it had never been. */
  async rehearse<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const seen = new Rehearsed<T>();
    try {
      await this.begin(async (tx) => {
        seen.answer = { value: await work(tx) };
        throw seen;
      }, true);
    } catch (error) {
      if (error !== seen) throw error;
    }
    return (seen.answer as { value: T }).value;
  }

  /**
   * A transaction that only `tx` leads into, for what workers do all day: it asks nothing of the promises of the process.
   * All of `work` is handed `tx`; `rows`, `one` and `manager` would ask the pool, and could wait for ever for this transaction.
   */
  alone<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.source, work);
  }

  private begin<T>(work: (tx: Tx) => Promise<T>, isWhole: boolean): Promise<T> {
    return inTransaction(this.source, async (tx) => {
      const own: Running = { of: this, tx, isOpen: true, isWhole };
      open += 1;
      try {
        return await running.run(own, () => work(tx));
      } finally {
        // What was started within and not awaited runs on without it.
        own.isOpen = false;
        open -= 1;
        if (open === 0) running.disable();
      }
    });
  }

  async rows<T>(statement: Statement): Promise<T[]> {
    const own = running.getStore();
    return own?.isOpen && own.of === this ? rowsOf<T>(own.tx, statement) : this.outside<T>(statement);
  }

  /** Short ones go together; a long one has a connection of its own. */
  private outside<T>(statement: Statement): Promise<T[]> {
    return 'of' in statement ? this.together.rows<T>(statement) : rowsOf<T>(this.source.manager, statement);
  }

  /** That of the transaction that is running, else of the pool. */
  get manager(): Tx {
    const own = running.getStore();
    return own?.isOpen && own.of === this ? own.tx : this.source.manager;
  }

  async one<T>(statement: Statement): Promise<T | undefined> {
    return (await this.rows<T>(statement))[0];
  }
}

/** Ends a transaction of which nothing is to stay. */
class Rehearsed<T> extends Error {
  answer?: { value: T };
}

/**
 * Rows of a statement inside a transaction. What is asked without waiting leaves together and is worked in the order of asking.
 * TypeORM answers update and delete with `[rows, count]`: only rows are given.
 */
export async function rowsOf<T>(tx: Tx, statement: Statement): Promise<T[]> {
  const answer: unknown = await tx.query(...queryOf(statement));
  const isPair =
    Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
  return (isPair ? (answer as [T[], number])[0] : answer) as T[];
}

/** A statement inside a transaction whose rows nobody needs. */
export async function execute(tx: Tx, statement: Statement): Promise<void> {
  await rowsOf(tx, statement);
}

/**
 * Waits for the turn of these names and keeps it until the transaction ends; always in the same order, so that those who
 * want several of the same names wait for each other instead of blocking. A name is known to the whole database.
 */
export async function takeTurn(tx: Tx, names: readonly string[]): Promise<void> {
  const inOrder = [...new Set(names)].toSorted();
  await execute(tx, sql`select pg_advisory_xact_lock(hashtextextended(n, 0)) from unnest(${inOrder}::text[]) as n`);
}

/** SQLSTATE codes that use cases turn into errors of their own. */
export const sqlState = { unique: '23505', exclusion: '23P01', foreignKey: '23503', check: '23514' } as const;

/** The SQLSTATE and the constraint behind a failed query, if PostgreSQL refused it. */
export function violation(error: unknown): { state: string; constraint: string; detail: string } | undefined {
  const cause = (error as { driverError?: { code?: string; constraint?: string; detail?: string } }).driverError;
  return cause?.code
    ? { state: cause.code, constraint: cause.constraint ?? '', detail: cause.detail ?? '' }
    : undefined;
}
