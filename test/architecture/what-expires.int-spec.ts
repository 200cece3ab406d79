/**
 * What expires when: each row of the table of libs/contracts/privacy/kept-records.ts, as a test. What is older than its term
 * goes, what is younger stays, and what is held stays: by its person, by its unit, by its rule. The sums of work stay as they are.
 */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { keepingKinds, keepingTerms } from '#contracts/organization/keeping-terms';
import { keptNames, keptRecords, type KeptName, ruleOf } from '#contracts/privacy/kept-records';
import { sql } from '#platform/database';
import { EraseOld, RetentionRegistry } from '#platform/retention';
import { startApp, stopApps, type TestApp } from '../support/app.ts';
import type { Made } from '../support/retention/old-kinds.ts';
import { isLeft, makeOld, oldRecords } from '../support/retention/old-records.ts';
import { buildVillage, type Village } from '../support/orders.ts';
import { buildOfficer, type TestPerson } from '../support/people.ts';
import { buildPlace, type Place } from '../support/units.ts';

const DAY_MS = 86_400_000;
/** Beyond its term, and within it. */
const BEYOND_DAYS = 20;
const WITHIN_DAYS = 1.1;

let app: TestApp;
let village: Village;
let held: Place;
let admin: TestPerson;
const made = new Map<string, Made>();
let before: unknown;

/** What is older goes. */
function termOf(name: KeptName): Date {
  const rule = ruleOf(name);
  const start = app.clock.now();
  if (!rule) return new Date(start.getTime() - Number(keptRecords[name]) * DAY_MS);
  const { unit, usual } = keepingTerms[rule];
  if (unit === 'months') start.setUTCMonth(start.getUTCMonth() - usual);
  else start.setTime(start.getTime() - usual * DAY_MS);
  return start;
}
const beyond = (name: KeptName): Date => new Date(termOf(name).getTime() - BEYOND_DAYS * DAY_MS);
const within = (name: KeptName): Date => new Date(termOf(name).getTime() + WITHIN_DAYS * DAY_MS);
const hold = async (body: Record<string, string>): Promise<string> => {
  const answer = await app.call(routes.holdRecords, {
    token: admin.token,
    key: randomUUID(),
    body: { ...body, reason: 'Thanh tra tỉnh' },
  });
  expect(answer.status).toBe(201);
  return answer.body.id;
};
const end = (holdId: string) => app.call(routes.endHold, { token: admin.token, key: randomUUID(), params: { holdId } });
const leftOf = async (name: KeptName, which: string) => isLeft(app, name, made.get(`${name} ${which}`)?.key ?? '');
const isOfSomebody = (name: KeptName) => ruleOf(name) !== null && oldRecords[name] && !oldRecords[name].ofNobody;

/** What reports are made of, and what an order says of itself. */
const sums = () =>
  app.database.rows(
    sql`select (select json_agg(x) from (select commune_id, indicator_code, sum(value), sum(confirmed_value), count(*) from counted_lines group by 1, 2 order by 1, 2) x) as lines,
          (select sum(sent) from delivery_chunks) as sent, (select count(*) from photos where content_hash is not null or erased_at is not null) as photos`,
  );

async function makeAll(which: string, unitId: string, at: (name: KeptName) => Date): Promise<void> {
  for (const name of keptNames) made.set(`${name} ${which}`, await makeOld(app, name, unitId, at(name)));
}

beforeAll(async () => {
  app = await startApp();
  village = await buildVillage(app);
  held = await buildPlace(app, { hamlets: 1, districtId: village.districtId, commune: 'Yên Khương' });
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  await makeAll('old', village.communeId, beyond);
  await makeAll('young', village.communeId, within);
  await makeAll('of a person', village.communeId, beyond);
  await makeAll('of a unit', held.hamletIds[0] ?? '', beyond);
  await hold({ unitId: held.communeId });
  for (const name of keptNames.filter(isOfSomebody))
    await hold({ personId: made.get(`${name} of a person`)?.personId ?? '' });
  before = await sums();
  await app.get(EraseOld).run();
});
afterAll(stopApps);

it('has somebody who keeps each kind', () => {
  expect(app.get(RetentionRegistry).names).toEqual(keptNames);
});

describe.each(keptNames)('%s', (name) => {
  it('goes when it is older than its term', async () => {
    expect(await leftOf(name, 'old')).toBe(false);
  });

  it('stays while it is younger', async () => {
    expect(await leftOf(name, 'young')).toBe(true);
  });

  it('stays when it is held, unless it is nobody’s or only a machine’s', async () => {
    expect(await leftOf(name, 'of a person')).toBe(Boolean(isOfSomebody(name)));
    expect(await leftOf(name, 'of a unit')).toBe(Boolean(isOfSomebody(name)));
  });
});

it('leaves the sums of work as they were', async () => {
  expect(await sums()).toEqual(before);
});

it('keeps everything of a rule that is held, and lets it go when the hold has ended', async () => {
  const ruled = keptNames.filter((name) => ruleOf(name) !== null);
  await makeAll('of a rule', village.communeId, beyond);
  const holds: string[] = [];
  for (const kind of keepingKinds) holds.push(await hold({ kind }));
  await app.get(EraseOld).run();
  for (const name of ruled) expect([name, await leftOf(name, 'of a rule')]).toEqual([name, true]);
  for (const holdId of holds) expect((await end(holdId)).status).toBe(204);
  await app.get(EraseOld).run();
  for (const name of ruled) expect([name, await leftOf(name, 'of a rule')]).toEqual([name, false]);
});

it('tells the administrator what would go, what went and what is held, and nobody below', async () => {
  await makeAll('soon', village.communeId, within);
  const { status, body } = await app.call(routes.readKeeping, { token: admin.token });
  expect([status, body.code]).toEqual([200, undefined]);
  const of = (name: KeptName) => body.records.find((one: { name: string }) => one.name === name);
  expect(of('drafts')).toMatchObject({ rule: 'keepDrafts', held: 2 });
  expect(of('drafts').count).toBeGreaterThan(0);
  expect(of('files').count).toBeNull();
  expect(body.runs.find((one: { name: string }) => one.name === 'drafts').gone).toBe(2);
  expect(body.holds[0]).toMatchObject({ ended: null, heldBy: { id: admin.id } });
  const below = await buildOfficer(app, { role: 'admin', unitId: village.districtId });
  for (const route of [routes.readKeeping, routes.holdRecords])
    expect(
      (await app.call(route, { token: below.token, key: randomUUID(), body: { kind: 'keepLog', reason: 'x' } })).status,
    ).toBe(403);
});

it('ends a hold once, and holds something that is there', async () => {
  const holdId = await hold({ kind: 'keepDrafts' });
  expect((await end(holdId)).status).toBe(204);
  expect((await end(holdId)).body.code).toBe('hold.notFound');
  const refused = await app.call(routes.holdRecords, {
    token: admin.token,
    key: randomUUID(),
    body: { personId: randomUUID(), reason: 'x' },
  });
  expect(refused.body.code).toBe('hold.personUnknown');
});
