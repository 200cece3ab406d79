/** Notes the statements of the bench's own application while a read runs: what it asked, how long, and from which line. */
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { Database } from '#platform/database';
import { queryOf, type Statement } from '../../../src/platform/database/sql.ts';

export interface Asked {
  text: string;
  values: unknown[];
  ms: number;
  /** File in src, where it is known. */
  from: string;
}

/** Fewer are in many statements. */
const OWN_WORDS = 15;

type Query = (...given: unknown[]) => unknown;

export class Recorder {
  private asked: Asked[] | undefined;
  private readonly places = new Map<string, string>();
  private readonly query: Query;

  constructor() {
    Error.stackTraceLimit = 30;
    this.query = pg.Client.prototype.query as Query;
    const { query } = this;
    const start = (text: string, values: unknown[]) => this.start(text, values);
    // oxlint-disable-next-line func-names
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      const [first, second] = given as [string | { text?: string; values?: unknown[] }, unknown];
      const text = typeof first === 'string' ? first : (first?.text ?? '');
      const values = Array.isArray(second) ? second : typeof first === 'string' ? [] : (first?.values ?? []);
      const done = start(text, values);
      const last = given.at(-1);
      if (typeof last === 'function')
        given[given.length - 1] = (...answer: unknown[]) => {
          done();
          return (last as Query)(...answer);
        };
      const answer = query.apply(this, given);
      // What fails, as after the longest time, has taken its time too.
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
    const now = performance.now();
    return asked.map((one) => ({
      ...one,
      ms: one.ms < 0 ? now + one.ms : one.ms,
      from: this.places.get(one.text) ?? one.from,
    }));
  }

  /** The line is looked for once it is told. */
  static lineOf({ from, text }: Asked): string {
    return withLine(from, text);
  }

  stop(): void {
    pg.Client.prototype.query = this.query as never;
  }

  /** What has not ended when the read does has a time below zero until then: since when it runs. */
  private start(text: string, values: unknown[]): () => void {
    if (!this.asked) return () => undefined;
    const from = performance.now();
    const one = { text, values, ms: -from, from: placeOf(new Error('here').stack ?? '') };
    this.asked.push(one);
    return () => {
      one.ms = performance.now() - from;
    };
  }
}

/** The file alone: what runs is compiled, and its lines are others than those of the source. */
function placeOf(stack: string): string {
  const line = stack.split('\n').find((one) => /\/src\//.test(one) && !/platform\/database\//.test(one));
  return /src\/[^):?]+/.exec(line ?? '')?.[0] ?? '';
}

/** With the line on which the statement's first words of its own stand. */
function withLine(file: string, text: string): string {
  if (!existsSync(file)) return file;
  const source = readFileSync(file, 'utf8');
  const words = text.split(/\$\d+/).find((part) => part.trim().length >= OWN_WORDS && source.includes(part.trim()));
  return words ? `${file}:${source.slice(0, source.indexOf(words.trim())).split('\n').length}` : file;
}
