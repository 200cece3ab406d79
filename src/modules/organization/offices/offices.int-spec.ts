/** Contact cards of offices: entered by whose they are, by a list, kept in their history, doubted where a number looks wrong. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../test/support/units.ts';

let app: TestApp;
let place: Place;
let other: Place;
let admin: TestPerson;
let focal: TestPerson;
beforeAll(async () => {
  app = await startApp();
  place = await buildPlace(app, { commune: 'Minh Sơn' });
  other = await buildPlace(app, { commune: 'Thọ Bình', districtId: place.districtId });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  focal = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId });
});
afterAll(stopApps);

const card = { phone: '0512 000 678', email: null, hours: null, address: null, answeredBy: null };
const set = (body: object, unitId = place.communeId, { token } = focal) =>
  app.call(routes.setOffice, { token, key: randomUUID(), params: { unitId }, body: { ...card, ...body } });
const cards = async (unitId = place.districtId, { token } = admin) =>
  (await app.call(routes.officeCards, { token, params: { unitId }, query: {} })).body;
const of = (view: { items: { unit: { id: string } }[] }, unitId: string) =>
  view.items.find(({ unit }) => unit.id === unitId);

it('a commune enters its own card, by post, and no other one', async () => {
  expect((await set({ answeredBy: 'focal_officer' })).status).toBe(204);
  expect((await set({}, other.communeId)).body.code).toBe('platform.denied');
  const view = await cards();
  expect(of(view, place.communeId)).toMatchObject({
    phone: '0512 000 678',
    answeredBy: 'focal_officer',
    answerer: expect.any(String),
    doubts: [],
  });
  expect(of(view, other.communeId)).toMatchObject({ phone: null, doubts: ['noPhone'] });
});

it('a number that nobody can call, or a person’s own, is refused until it is said to be the office’s', async () => {
  expect((await set({ phone: '05123' })).body).toMatchObject({ code: 'organization.officePhone' });
  expect((await set({ phone: '0912345678' })).body).toMatchObject({ code: 'organization.officePersonal' });
  expect((await set({ phone: '0912345678', isOffice: true })).status).toBe(204);
  expect(of(await cards(), place.communeId)).toMatchObject({ phone: '0912 345 678', doubts: [] });
});

it('an old number stays in the history', async () => {
  await app.database.rows(sql`update offices set validity = '[2022-01-01,)' where unit_id = ${place.communeId}`);
  await set({ phone: '0512 000 679' });
  const rows = await app.database.rows(
    sql`select phone from offices where unit_id = ${place.communeId} order by validity`,
  );
  expect(rows).toEqual([{ phone: '0912 345 678' }, { phone: '0512 000 679' }]);
});

it('a list is read, doubted and written as a whole', async () => {
  const params = { unitId: place.districtId };
  const file = Buffer.from(
    'Cơ quan,Điện thoại,Thư điện tử\nUBND xã Thọ Bình,0512 000 680,x@xa.example\nXã Không Có,1,\n',
  );
  const ask = { token: admin.token, params };
  const { lines } = (await app.call(routes.readOfficeList, { ...ask, query: {}, body: file })).body;
  expect(lines).toHaveLength(2);
  const send = (more: object) =>
    app.call(routes.importOffices, { ...ask, key: randomUUID(), body: { lines, ...more } });
  expect((await send({})).body).toMatchObject({
    open: 1,
    first: 1,
    findings: [{ code: 'officeUnknown' }, { code: 'phoneBad' }],
  });
  expect((await send({ dryRun: false })).body.code).toBe('organization.officesUnsettled');
  expect((await send({ dryRun: false, lines: lines.slice(0, 1) })).body).toMatchObject({ first: 1, written: true });
  expect(of(await cards(), other.communeId)).toMatchObject({ phone: '0512 000 680', email: 'x@xa.example' });
});
