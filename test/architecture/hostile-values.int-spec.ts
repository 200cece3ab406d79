/**
 * Every operation of the route table is asked with values that no schema was written for, over HTTP, by the topmost
 * administrator and by the officer of a commune: an answer of the server's own fault (5xx) is a bug.
 */
import { randomUUID } from 'node:crypto';
import { type RouteDefinition, type RouteId, routes } from '#contracts';
import type { ActorKey } from '../support/access/facts.ts';
import type { Ask } from '../support/access/probe.ts';
import { probes } from '../support/access/probes.ts';
import { buildWorld, NOW, type World } from '../support/access/world.ts';
import { type Answer, startApp, stopApps } from '../support/app.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld(await startApp({ CLOCK: NOW }));
});
afterAll(stopApps);

const table = (Object.entries(routes) as [RouteId, RouteDefinition][]).filter(([id]) => id !== 'inboxStream');

const texts = ['\u0000', 'a\u0000b', '\ud800', '', ' ', "'; drop table x --", '%_\\', 'x'.repeat(5_000)];
const days = [
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2022-02-30',
  '1900-01-01',
  '2199-12-31',
  'infinity',
  '-infinity',
];
const months = ['1900-01', '2199-12', '0000-01', '2022-13'];
const numbers = [-1, 0, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308];
const others: unknown[] = [null, true, [], {}, [[]], { toString: 1 }, [null], randomUUID()];
const cursors = [
  '-1',
  '0.5',
  '1e9',
  '99999999999999999999',
  'garbage',
  randomUUID(),
  Buffer.from('9999 x').toString('base64url'),
  '\u0000',
];
const inQueries = [...texts.slice(0, 7), ...days, ...months, ...numbers.map(String), ...cursors];

/** Those of a kind like the value that stood there come first. */
function hostileFor(value: unknown): unknown[] {
  if (typeof value === 'string' && /^\d{4}-\d\d$/.test(value)) return [...months, ...days.slice(0, 2), 0];
  if (typeof value === 'string' && /^\d{4}-\d\d/.test(value)) return [...days, ...texts.slice(0, 3), 0];
  if (typeof value === 'string') return [...texts, ...others.slice(0, 4), days[0]];
  if (typeof value === 'number') return [...numbers, '\u0000', null];
  return others;
}

/** The value once for each place in it, with something hostile there. */
function* spoilt(value: unknown): Generator<unknown> {
  for (const bad of hostileFor(value)) yield bad;
  if (Array.isArray(value))
    for (const [index, of] of value.entries()) for (const bad of spoilt(of)) yield value.with(index, bad);
  else if (typeof value === 'object' && value !== null)
    for (const [key, of] of Object.entries(value)) for (const bad of spoilt(of)) yield { ...value, [key]: bad };
}

const namesOf = (route: RouteDefinition) => [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
const keysOf = (schema: RouteDefinition['query']): string[] =>
  Object.keys((schema as unknown as { shape?: object } | undefined)?.shape ?? {});

function* asksOf(route: RouteDefinition, ask: Ask): Generator<Ask> {
  for (const name of namesOf(route))
    for (const bad of ['%00', 'x', '-1', randomUUID(), '0000-01-01', '9999-12-31'])
      yield { ...ask, params: { ...ask.params, [name]: bad } };
  for (const key of keysOf(route.query))
    for (const bad of inQueries) yield { ...ask, query: { ...ask.query, [key]: bad } };
  if (route.upload) yield { ...ask, body: Buffer.from([0, 1, 2, 255]) };
  if (!route.body) return;
  const body = Buffer.isBuffer(ask.body)
    ? {}
    : (ask.body ?? Object.fromEntries(keysOf(route.body).map((key) => [key, ''])));
  for (const bad of spoilt(body)) yield { ...ask, body: bad };
  for (const key of keysOf(route.body))
    for (const bad of [...texts.slice(0, 3), ...days.slice(0, 6), ...numbers.slice(3)])
      yield { ...ask, body: { ...(body as object), [key]: bad } };
}

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
/** Little to send and much to look at; each route is asked all of them, and answers with less than it was sent. */
function* denseOf(route: RouteDefinition, ask: Ask): Generator<Ask> {
  const keys = keysOf(route.body);
  if (keys.length === 0) return;
  const body = Buffer.isBuffer(ask.body) ? {} : (ask.body as object | undefined);
  for (const bad of [
    Array.from({ length: 4_000 }, () => 0),
    Array.from({ length: 4_000 }, () => ({})),
    deep(25),
    deep(200),
  ])
    yield { ...ask, body: { ...body, ...Object.fromEntries(keys.map((key) => [key, bad])) } };
  yield { ...ask, body: { ...body, ...Object.fromEntries(Array.from({ length: 4_000 }, (_, n) => [`k${n}`, 0])) } };
}
const MOST_ANSWER = 32_000;

/** So many questions of each operation, spread over all that there are: the suite stays within about a minute. */
const MOST = 50;
function spread<T>(all: readonly T[]): T[] {
  if (all.length <= MOST) return [...all];
  return Array.from({ length: MOST }, (_, index) => all[Math.floor((index * all.length) / MOST)] as T);
}

const told = (ask: Ask, { status, body }: Answer) =>
  `${status} ${body?.code ?? ''} for ${JSON.stringify(ask).slice(0, 300)}`;
/** Not there and said so: a platform that is not configured in this test. */
const outside = ['zalo.notConfigured', 'notification.seatsUnreadable', 'account.hostUnavailable'];

it.each(table)('%s answers no hostile value by a fault of the server', async (id, route) => {
  const probe = probes[id];
  const actor: ActorKey = probe?.at.unit === 'P' || !probe ? 'admin' : 'focal';
  const ask = probe ? await probe.ask(world) : {};
  const faults: string[] = [];
  for (const bad of spread([...asksOf(route, ask)])) {
    const answer = await world.call(id, actor, bad);
    if (answer.status >= 500 && !outside.includes(answer.body?.code)) faults.push(told(bad, answer));
    if (faults.length > 4) break;
  }
  for (const bad of denseOf(route, ask)) {
    const answer = await world.call(id, actor, bad);
    if (answer.status >= 400 && answer.raw.length > MOST_ANSWER) faults.push(`${answer.raw.length} bytes of faults`);
    if (answer.status >= 500 && !outside.includes(answer.body?.code)) faults.push(told(bad, answer));
  }
  expect(faults).toEqual([]);
});
