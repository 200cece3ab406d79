/** Notes the statements of the bench's own application while a read runs: what it asked, how long, and from which line. */
import { performance } from 'node:perf_hooks';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { Database } from '#platform/database';
import { queryOf, type Statement } from '../../src/platform/database/sql.ts';

export interface Asked {
  text: string;
  values: unknown[];
  ms: number;
  /** File and line in src, where it is known. */
  from: string;
}

type Query = (...given: unknown[]) => unknown;

export class Recorder {
  private asked: Asked[] | undefined;
  private readonly places = new Map<string, string>();
  private readonly query: Query;

  constructor() {
    process.setSourceMapsEnabled(true);
    Error.stackTraceLimit = 30;
    this.query = pg.Client.prototype.query as Query;
    const { query } = this;
    const note = (...asked: [text: string, values: unknown[], ms: number, from: string]) => this.note(...asked);
    const isNoting = () => this.asked !== undefined;
    // oxlint-disable-next-line func-names
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      const [first, second] = given as [string | { text?: string; values?: unknown[] }, unknown];
      const text = typeof first === 'string' ? first : (first?.text ?? '');
      const values = Array.isArray(second) ? second : typeof first === 'string' ? [] : (first?.values ?? []);
      const from = performance.now();
      const place = isNoting() ? placeOf(new Error('here').stack ?? '') : '';
      const last = given.at(-1);
      if (typeof last === 'function')
        given[given.length - 1] = (...answer: unknown[]) => {
          note(text, values, performance.now() - from, place);
          return (last as Query)(...answer);
        };
      const answer = query.apply(this, given);
      // What fails, as after the longest time, is noted too.
      const done = () => note(text, values, performance.now() - from, place);
      if (answer instanceof Promise) answer.then(done, done);
      return answer;
    } as never;
  }

  /** From where the application asks: known for what goes by `Database.rows`. */
  watch(app: INestApplicationContext): void {
    const database = app.get(Database);
    const rows = database.rows.bind(database);
    const { places } = this;
    database.rows = <T>(statement: Statement) => {
      places.set(queryOf(statement)[0], placeOf(new Error('here').stack ?? ''));
      return rows<T>(statement);
    };
  }

  begin(): void {
    this.asked = [];
  }

  end(): Asked[] {
    const asked = this.asked ?? [];
    this.asked = undefined;
    return asked.map((one) => ({ ...one, from: this.places.get(one.text) ?? one.from }));
  }

  stop(): void {
    pg.Client.prototype.query = this.query as never;
  }

  private note(text: string, values: unknown[], ms: number, from: string): void {
    this.asked?.push({ text, values, ms, from });
  }
}

function placeOf(stack: string): string {
  const line = stack.split('\n').find((one) => /\/src\//.test(one) && !/platform\/database\//.test(one));
  return (
    /(src\/[^):?]+)[^):]*:(\d+)/
      .exec(line ?? '')
      ?.slice(1, 3)
      .join(':') ?? ''
  );
}
