/**
 * Short statements that are asked at the same moment go to PostgreSQL in one write over one connection, and the process waits for
 * them once: most of what a short statement costs is its own way there and back (docs/decisions/0310).
 */
import type { Pool, PoolClient } from 'pg';
import { QueryFailedError } from 'typeorm';
import { type Prepared, queryOf, type Short } from './sql.ts';

interface Asked {
  statement: Short | Prepared;
  resolve: (rows: never[]) => void;
  reject: (error: unknown) => void;
}

export class Together {
  private asked: Asked[] = [];

  constructor(private readonly pool: () => Pool) {}

  /** Its rows. What is asked until the process has nothing left to do but wait goes along; each fails by itself. */
  rows<T>(statement: Short | Prepared): Promise<T[]> {
    return new Promise((resolve, reject) => {
      this.asked.push({ statement, resolve, reject });
      // Runs once all that goes on without waiting has gone on: a request asks for what it needs at once in one such turn.
      if (this.asked.length === 1) process.nextTick(() => void this.send());
    });
  }

  private async send(): Promise<void> {
    const { asked } = this;
    this.asked = [];
    let client: PoolClient;
    try {
      client = await this.pool().connect();
    } catch (error) {
      for (const one of asked) one.reject(failed(one, error));
      return;
    }
    // The pool listens to idle connections only; whoever waits for an answer is told by it.
    client.on('error', ignore);
    await Promise.all(asked.map((one) => answered(client, one)));
    client.off('error', ignore);
    client.release();
  }
}

const ignore = (): void => undefined;

async function answered(client: PoolClient, one: Asked): Promise<void> {
  try {
    const { rows } = await client.query(...queryOf(one.statement));
    one.resolve(rows as never[]);
  } catch (error) {
    one.reject(failed(one, error));
  }
}

/** As TypeORM says it, whose statements fail beside these. */
const failed = ({ statement: { of } }: Asked, error: unknown): QueryFailedError =>
  new QueryFailedError(of.text, of.values, error as Error);
