/** How long things are kept: set at the top by a document, between bounds, and gone by what forgets them. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { EraseOld } from '#platform/retention';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildDirective, buildVillage, type Village } from '../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';

const TODAY = '2022-06-21';
let app: TestApp;
let village: Village;
let admin: TestPerson;
let directiveId: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T02:00:00Z` });
  village = await buildVillage(app);
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  directiveId = await buildDirective(app, village.provinceId, '206/KH-UBND');
});
afterAll(stopApps);

const set = (kind: string, amount: number, { token } = admin, unitId = village.provinceId) =>
  app.call(routes.setDatedRule, {
    token,
    params: { unitId },
    key: randomUUID(),
    body: { value: { kind, amount }, from: TODAY, directiveId },
  });
const rule = async (kind: string, { token } = admin, unitId = village.provinceId) =>
  (await app.call(routes.datedRules, { token, params: { unitId } })).body.find(
    (one: { kind: string }) => one.kind === kind,
  );

it('is the law’s and the work’s until somebody sets it, and never less or more than the bounds', async () => {
  expect((await rule('keepLog')).now).toMatchObject({ value: { amount: 24 }, citation: 'Nghị định 53/2022/NĐ-CP' });
  for (const [kind, amount] of [
    ['keepLog', 23],
    ['keepLog', 61],
    ['keepLists', 31],
    ['keepSessions', 6],
  ] as const)
    expect((await set(kind, amount)).status).toBe(422);
});

it('is set at the top alone, and read below', async () => {
  const below = await buildOfficer(app, { role: 'admin', unitId: village.districtId });
  expect((await set('keepLists', 3, below, village.districtId)).body.code).toBe('rules.notTop');
  expect((await rule('keepLists', below, village.districtId)).maySet).toBe(false);
  expect((await rule('keepLists')).maySet).toBe(true);
});

it('is asked each time by what forgets: a line of thirty months stays under thirty-six', async () => {
  const lines = async () =>
    (
      await app.database.rows<{ what: string }>(
        sql`select what from access_acts where kind = 'sign_in' and what like 'old.%'`,
      )
    ).map(({ what }) => what);
  const months = async (age: number) =>
    app.database.rows(
      sql`insert into access_acts (id, at, kind, what, person_id) values (${randomUUID()},
        ${app.clock.now()}::timestamptz - make_interval(months => ${age}::int), 'sign_in', ${`old.${age}`}, ${admin.id})`,
    );
  await months(30);
  await months(40);
  expect((await set('keepLog', 36)).status).toBe(201);
  await app.get(EraseOld).run();
  expect(await lines()).toEqual(['old.30']);
  const params = { unitId: village.provinceId };
  const preview = { value: { kind: 'keepLog', amount: 24 }, from: '2022-07-01' };
  const { body } = await app.call(routes.previewDatedRule, { token: admin.token, params, body: preview });
  expect(body.effects).toEqual([{ what: 'erased', stays: false, count: 1, communes: null }]);
});
