/**
 * Role x place x endpoint: every route of the contract that needs a right is asked by every role at every place, and the
 * answer is held against the facts of test/support/access/facts.ts. A route without a probe fails by name.
 */
import { randomUUID } from 'node:crypto';
import { type Action, type RouteDefinition, type RouteId, routes } from '#contracts';
import { type ActorKey, actors, isAllowed, isAllowedSomewhere } from '../../support/access/facts.ts';
import type { Ask, Probe } from '../../support/access/probe.ts';
import { probes } from '../../support/access/probes.ts';
import { buildWorld, NOW, type World } from '../../support/access/world.ts';
import { type Answer, startApp, stopApps } from '../../support/app.ts';

const table = Object.entries(routes) as [RouteId, RouteDefinition][];
const guarded = table.filter(([, route]) => route.access !== 'public' && route.access !== 'self');
const everybody = Object.keys(actors) as ActorKey[];
let world: World;
beforeAll(async () => {
  const zaloApp = { ZALO_APP_ID: '4100000000000000001', ZALO_APP_SECRET: 'invented-app-secret' };
  world = await buildWorld(await startApp({ CLOCK: NOW, ...zaloApp }));
});
afterAll(stopApps);

const told = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim();
const deniedCodes = ['platform.denied', 'task.notMember'];

const mayAsk = (actor: ActorKey, action: Action, { anywhere, at }: Probe) =>
  anywhere ? isAllowedSomewhere(actor, action) : isAllowed(actor, action, at);

/** Undefined when the answer is right, else what was wrong. */
function fault(actor: ActorKey, action: Action, probe: Probe, answer: Answer): string | undefined {
  const { status, body } = answer;
  if (status >= 500) return `${actor}: ${told(answer)}`;
  const heldBack = probe.heldBack?.[actor];
  if (heldBack) return body.code === heldBack ? undefined : `${actor}: ${heldBack} expected, ${told(answer)}`;
  if (mayAsk(actor, action, probe))
    return status === 401 || status === 403 || body?.code === 'input.invalid'
      ? `${actor} may, but ${told(answer)} ${JSON.stringify(body?.details)}`
      : undefined;
  const denied = (status === 403 && deniedCodes.includes(body.code)) || (probe.hidden === true && status === 404);
  return denied ? undefined : `${actor} may not, but ${told(answer)}`;
}

/** Those without the right ask first, so that they find everything as it was. */
function askersOf(action: Action, probe: Probe): ActorKey[] {
  const isServed = (key: ActorKey) => mayAsk(key, action, probe) && !probe.heldBack?.[key];
  return everybody.toSorted((a, b) => Number(isServed(a)) - Number(isServed(b)));
}

describe('every route with a right', () => {
  it('has a probe, and no probe is without its route', () => {
    expect(guarded.map(([id]) => id).filter((id) => !probes[id])).toEqual([]);
    expect(Object.keys(probes).filter((id) => !guarded.some(([known]) => known === id))).toEqual([]);
  });

  it('that changes something has its place: a right somewhere else is not enough', () => {
    const placeless = guarded.filter(([id, { method }]) => method !== 'GET' && probes[id]?.anywhere).map(([id]) => id);
    expect(placeless).toEqual([]);
  });
});

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
/** Ids that a client makes or only mentions: nothing is looked up by them. */
const ownIds = ['photoIds', 'knowsOfSimilar', 'draftId'];

/** The body once for each id in it, with that id replaced by one that nobody has. */
function withUnknownIds(body: unknown): [string, unknown][] {
  const text = JSON.stringify(body ?? {});
  return [...text.matchAll(ids)].flatMap(({ 0: id, index }) => {
    const field = /"(\w+)":[^:]*$/.exec(text.slice(0, index))?.[1] ?? '';
    return ownIds.includes(field)
      ? []
      : [[field, JSON.parse(text.slice(0, index) + randomUUID() + text.slice(index + id.length))] as [string, unknown]];
  });
}

describe.each(guarded.filter(([id]) => probes[id]))('%s', (id, route) => {
  const probe = probes[id] as Probe;
  const action = route.access as Action;
  // What is refused changes nothing: both ask of the same things.
  let built: Promise<Ask> | undefined;
  const asked = () => (built ??= Promise.resolve(probe.ask(world)));

  it('refuses ids that do not exist with a code', async () => {
    const ask = await asked();
    const actor = everybody.find((key) => mayAsk(key, action, probe)) as ActorKey;
    const faults: string[] = [];
    const expectRefusal = async (what: string, changed: Ask) => {
      const answer = await world.call(id, actor, changed);
      if (answer.status < 400 || answer.status >= 500 || !answer.body.code) faults.push(`${what}: ${told(answer)}`);
    };
    for (const name of Object.keys(ask.params ?? {}).filter((key) => !probe.made?.includes(key)))
      await expectRefusal(name, { ...ask, params: { ...ask.params, [name]: randomUUID() } });
    if (!Buffer.isBuffer(ask.body))
      for (const [field, body] of withUnknownIds(ask.body).filter(([key]) => !probe.made?.includes(key)))
        await expectRefusal(field, { ...ask, body });
    expect(faults).toEqual([]);
  });

  it('answers each role at each place by the table', async () => {
    const ask = await asked();
    const faults: string[] = [];
    let first: Answer | undefined;
    for (const actor of askersOf(action, probe)) {
      const answer = await world.call(id, actor, ask);
      if (!first && mayAsk(actor, action, probe) && !probe.heldBack?.[actor]) first = answer;
      const wrong = fault(actor, action, probe, answer);
      if (wrong) faults.push(wrong);
    }
    expect(faults).toEqual([]);
    expect(first && first.status < 300 ? 'served' : first?.body).toBe('served');
  });
});
