/**
 * Every question about a unit is asked by every role at its own place, above it, below it and beside it. What is served
 * upwards is the unit itself, its contact, rules and directives: no answer names another part of the country.
 */
import { type Action, type RouteDefinition, type RouteId, routes } from '#contracts';
import {
  type ActorFact,
  type ActorKey,
  actors,
  isAllowed,
  lineOf,
  type Spot,
  type TeamKey,
  type UnitKey,
} from '../../support/access/facts.ts';
import type { Probe } from '../../support/access/probe.ts';
import { probes } from '../../support/access/probes.ts';
import { buildWorld, NOW, TODAY, type World } from '../../support/access/world.ts';
import { startApp, stopApps } from '../../support/app.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld(await startApp({ CLOCK: NOW }));
  for (const [unit, by] of [
    ['a1', 'committee'],
    ['b1', 'committeeB'],
    ['c1', 'committeeC'],
  ] as const) {
    const params = { unitId: world.units[unit] };
    await world.must('setRegister', by, { params, body: { households: 180, asOf: TODAY } });
    await world.must('addOcopProduct', by, { params, body: { name: `Mật ong ${unit}`, owner: `Hộ ở ${unit}` } });
  }
});
afterAll(stopApps);

const ofUnit = (Object.entries(routes) as [RouteId, RouteDefinition][]).filter(
  ([, { method, path, access }]) =>
    method === 'GET' && path.includes('{unitId}') && access !== 'public' && access !== 'self',
);
const everybody = Object.keys(actors) as ActorKey[];
const everywhere = ['P', 'D1', 'D2', 'A', 'B', 'C', 'a1', 'a2', 'b1', 'c1'] as const satisfies UnitKey[];

/** Answers that speak of other places on purpose: published answers of the district, the places that a provider serves. */
const wider: Partial<Record<RouteId, string>> = {
  listKnowHow: 'answers that an officer published for the whole district',
  listProviders: 'a provider is shown with its coverage',
};

/** Served above a reader's place too, with what lies in it alone. */
const partly: Partial<Record<RouteId, string>> = {
  trainingCoverage: 'a trainer asks a district of which a part is covered',
};

const teamAt: Partial<Record<UnitKey, TeamKey>> = { a1: 'A1', a2: 'A2', b1: 'B1', c1: 'C1' };
/** Where a route is asked of the team too, the team of that very unit. */
function spotAt({ at }: Probe, unit: UnitKey): Spot {
  const { team, ...place } = at;
  const there = team && teamAt[unit];
  return { ...place, unit, ...(there && { team: there }) };
}

/** Units, teams and households that the answer names and that lie neither on the way up from the reader nor below. */
function strangersIn(text: string, actor: ActorKey): string[] {
  const fact = actors[actor] as ActorFact;
  const isStrange = (unit: UnitKey) => !lineOf(unit).includes(fact.unit) && !lineOf(fact.unit).includes(unit);
  return [
    ...everywhere.filter(
      (unit) => isStrange(unit) && (text.includes(world.units[unit]) || text.includes(`Hộ ở ${unit}`)),
    ),
    ...Object.entries(teamAt).flatMap(([unit, team]) =>
      isStrange(unit as UnitKey) && text.includes(world.teams[team]) ? [team] : [],
    ),
  ];
}

describe('what may be read of a unit', () => {
  it.each(ofUnit)('%s is served at each place by the table, and names nothing of elsewhere', async (id, route) => {
    const probe = probes[id] as Probe;
    const ask = await probe.ask(world);
    const faults: string[] = [];
    for (const unit of everywhere)
      for (const actor of everybody) {
        const { status, raw } = await world.call(id, actor, {
          ...ask,
          params: { ...ask.params, unitId: world.units[unit] },
        });
        const allowed = isAllowed(actor, route.access as Action, spotAt(probe, unit));
        const told = `${actor} at ${unit}: ${status}`;
        const ownPart = partly[id] !== undefined && status === 200;
        if (status >= 500 || (allowed ? [401, 403].includes(status) : status !== 403 && !ownPart)) faults.push(told);
        if (status >= 300 || wider[id]) continue;
        const strange = strangersIn(raw.toString(), actor);
        if (strange.length > 0) faults.push(`${told} tells ${strange.join(', ')}`);
      }
    expect(faults).toEqual([]);
  });
});

describe('a list that takes a unit as a filter', () => {
  it.each(['P', 'D1', 'B', 'b1', 'a2'] as const)('is refused to a member who asks below %s', async (unit) => {
    const { status } = await world.call('searchUnits', 'member', { query: { under: world.units[unit] } });
    expect(status).toBe(403);
  });

  it('tells a calendar of another commune neither sessions nor times to keep free', async () => {
    const times = { label: 'Chợ phiên', weekdays: [2], lunarDays: [], from: null, to: null };
    await world.must('setAvoidTimes', 'committeeC', {
      params: { unitId: world.units.C },
      body: { items: [{ ...times, startTime: '05:00', endTime: '10:00' }] },
    });
    const query = { from: TODAY, to: '2022-07-20', communeId: world.units.C };
    for (const actor of ['committee', 'district', 'trainer'] as const)
      expect((await world.must('trainingSessions', actor, { query })).avoid).toEqual([]);
    expect((await world.must('trainingSessions', 'committeeC', { query })).avoid).not.toEqual([]);
    expect((await world.must('trainingSessions', 'trainerElsewhere', { query })).avoid).not.toEqual([]);
  });

  it('finds nothing of elsewhere without a filter either', async () => {
    for (const actor of everybody.filter((key) => actors[key] && !('ended' in actors[key]))) {
      for (const [id, query] of [
        ['searchUnits', { limit: '200' }],
        ['search', { q: 'thon' }],
        ['search', { q: 'xuan' }],
      ] as const) {
        const { body, raw } = await world.call(id, actor, { query });
        expect({ actor, body, strange: strangersIn(raw.toString(), actor) }).toMatchObject({ actor, strange: [] });
      }
    }
  });
});
