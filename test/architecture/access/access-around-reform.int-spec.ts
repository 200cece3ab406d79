/**
 * Role x place x action on the day before a reform, on the day and on the day after: what the dated posts and the dated tree
 * give, and nothing else. That every endpoint asks for its action at its place is proven by the access matrix; here the answer
 * to that question is asked of the product's Scope for every action of the table, and over HTTP for one reading endpoint of
 * each action that has a unit or a team in its address.
 */
import { randomUUID } from 'node:crypto';
import { type Action, type RouteDefinition, type RouteId, routes } from '#contracts';
import { ActorCache } from '#platform/auth';
import { sql } from '#platform/database';
import { Scope } from '../../../src/modules/organization/scope.ts';
import {
  after,
  before,
  goOn,
  mayOn,
  type Place,
  type PlaceKey,
  placesOn,
  REFORM_DAY,
  type Stand,
} from '../../support/access/around-reform.ts';
import { type ActorKey, actors, rights } from '../../support/access/facts.ts';
import { probes } from '../../support/access/probes.ts';
import { buildWorld, NOW, type World } from '../../support/access/world.ts';
import { startApp, stopApps, type TestApp } from '../../support/app.ts';
import { buildDirective } from '../../support/orders.ts';
import { signIn } from '../../support/people.ts';
import { reformDay } from '../../support/reforms/reforms.ts';

const everybody = Object.keys(actors) as ActorKey[];
const actions = [...new Set(Object.values(rights).flat())];
let app: TestApp;
let world: World;
let reformId: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: NOW });
  world = await buildWorld(app);
  await scheduleReform();
});
afterAll(stopApps);

async function scheduleReform(): Promise<void> {
  const { units, people } = world;
  const directiveId = await buildDirective(app, units.P, '1686/NQ-UBTVQH15');
  const created = await world.must('createReform', 'admin', {
    params: { unitId: units.P },
    body: { title: 'Sắp xếp xã', onDate: REFORM_DAY, directiveId },
  });
  reformId = created.id;
  const [N, C] = [1, 2];
  const edits = [
    { do: 'unit', type: 'xã', name: 'Tân Sơn', parentId: units.D1 },
    { do: 'unit', unitId: units.C },
    { do: 'part', unitId: units.B, intoPosition: N },
    { do: 'part', unitId: units.A, intoPosition: N, whole: false },
    { do: 'part', unitId: units.A, intoPosition: C, whole: false },
    { do: 'allot', hamletIds: [units.a1], intoPosition: N },
    { do: 'allot', hamletIds: [units.a2], intoPosition: C },
    {
      do: 'post',
      personId: people.focal.id,
      role: 'focal_officer',
      title: 'Văn phòng',
      intoPosition: goOn.focal === 'N' ? N : C,
    },
    {
      do: 'post',
      personId: people.focalB.id,
      role: 'committee_member',
      title: 'Ủy viên',
      intoPosition: goOn.focalB === 'C' ? C : N,
    },
  ];
  const params = { reformId };
  const { version } = await world.must('editReform', 'admin', { params, body: { version: 1, edits } });
  await world.must('scheduleReform', 'admin', { params, body: { version } });
}

/** Who was signed out by the reform comes back: what they may is asked, not whether they are in. */
async function everybodySignsIn(): Promise<void> {
  for (const key of everybody) world.people[key].token = await signIn(app, world.people[key].id);
  app.get(ActorCache).forget('');
}

async function idsOn(): Promise<Partial<Record<PlaceKey, string>>> {
  const row = await app.database.one<{ id: string }>(
    sql`select l.unit_id as id from reorganisation_lines l join reorganisations r on r.id = l.reorganisation_id and r.version = l.version
      where r.id = ${reformId} and l.kind = 'create'`,
  );
  return { ...world.units, ...(row?.id && { N: row.id }) };
}

const told = ({ unit, team }: Place): string => (team ? `${unit}/${team}` : unit);

async function faultsOfScope(stand: Stand): Promise<string[]> {
  const ids = await idsOn();
  const scope = app.get(Scope);
  const faults: string[] = [];
  for (const key of everybody) {
    const actor = await app.get(ActorCache).actorOf(world.people[key].token);
    if (!actor) throw new Error(`${key} is not signed in`);
    for (const place of placesOn(stand))
      for (const action of actions) {
        const unitId = ids[place.unit] ?? randomUUID();
        const may = await scope.may(actor, action, { unitId, ...(place.team && { teamId: world.teams[place.team] }) });
        const expected = mayOn(stand, key, action, place);
        if (may !== expected) faults.push(`${key} ${action} at ${told(place)}: ${may ? 'may' : 'may not'}`);
      }
  }
  return faults;
}

const kindOf = (unit: string): string =>
  /^[ABCN]$/.test(unit) ? 'commune' : /^[abc]\d$/.test(unit) ? 'hamlet' : unit.slice(0, 1);

/** For each action the first reading route that is asked by one unit or one team alone. */
const asked = Object.values(
  (Object.entries(routes) as [RouteId, RouteDefinition][]).reduce<Record<string, [RouteId, RouteDefinition]>>(
    (first, [id, route]) => {
      const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const isPlaced = names.length === 1 && (names[0] === 'unitId' || names[0] === 'teamId');
      const probe = probes[id];
      if (
        route.method === 'GET' &&
        isPlaced &&
        probe &&
        !probe.anywhere &&
        !probe.hidden &&
        !probe.at.own &&
        !probe.at.provider
      )
        first[route.access] ??= [id, route];
      return first;
    },
    {},
  ),
);

async function faultsOverHttp(stand: Stand): Promise<string[]> {
  const ids = await idsOn();
  const faults: string[] = [];
  for (const [id, route] of asked) {
    const probe = probes[id];
    if (!probe) continue;
    const { query } = await probe.ask(world);
    const isTeam = route.path.includes('{teamId}');
    // Some are asked of a hamlet and mean its team.
    const places = placesOn(stand).filter(({ unit, team }) =>
      isTeam || probe.at.team
        ? team !== undefined
        : team === undefined && stand.above[unit] && kindOf(unit) === kindOf(probe.at.unit),
    );
    for (const place of places)
      for (const key of everybody) {
        const params: Record<string, string> = isTeam
          ? { teamId: world.teams[place.team ?? 'A1'] }
          : { unitId: ids[place.unit] ?? randomUUID() };
        const { status, body } = await world.call(id, key, { params, ...(query && { query }) });
        const expected = mayOn(stand, key, route.access as Action, place);
        const denied = status === 401 || (status === 403 && ['platform.denied', 'task.notMember'].includes(body.code));
        if (status >= 500 || denied === expected)
          faults.push(`${id} at ${told(place)} by ${key}: ${status} ${body?.code ?? ''}`);
      }
  }
  return faults;
}

it('asks over HTTP for reading of many kinds', () => {
  expect(asked.length).toBeGreaterThan(12);
});

it.each([
  ['the day before', '2022-06-30', before],
  ['the day', REFORM_DAY, after],
  ['the day after', '2022-07-02', after],
] as const)('gives on %s what the posts and the tree of that day give', async (_, day, stand) => {
  await reformDay(app, day);
  await everybodySignsIn();
  expect(await faultsOfScope(stand)).toEqual([]);
  expect(await faultsOverHttp(stand)).toEqual([]);
});
