/** A connection whose statements are timed and traced: the pool is made of these only where somebody counts or traces. */
import type { Client, ClientConfig } from 'pg';
import { isMetering, SpanKind, statementWord, time, traced, verbOf } from '#platform/telemetry';
import { BoundedClient } from './bounded-client.ts';

type Ask = (...given: unknown[]) => unknown;

const attributes = { 'db.system.name': 'postgresql' };

export class MeasuredClient extends BoundedClient {
  constructor(config?: string | ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as Ask;
    this.query = ((...given: unknown[]) => measured(ask, given)) as Client['query'];
  }
}

/** What answers by a callback or as a stream passes as it is. */
function measured(ask: Ask, given: unknown[]): unknown {
  const text = textOf(given[0]);
  if (text === undefined || typeof given.at(-1) === 'function') return ask(...given);
  const from = performance.now();
  const note = () => time('statementTime', { verb: verbOf(text) }, (performance.now() - from) / 1000);
  const answer = traced(
    { name: statementWord(text), kind: SpanKind.CLIENT, attributes },
    () => ask(...given) as Promise<unknown>,
  );
  if (isMetering()) answer.then(note, note);
  return answer;
}

function textOf(asked: unknown): string | undefined {
  if (typeof asked === 'string') return asked;
  const { text, submit } = (asked ?? {}) as { text?: unknown; submit?: unknown };
  return typeof text === 'string' && submit === undefined ? text : undefined;
}
