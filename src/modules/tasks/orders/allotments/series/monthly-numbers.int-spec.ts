/** Numbers of communes that come again each month: changed for the next time, stopped, and what becomes of a commune that ends. */
import { randomUUID } from 'node:crypto';
import { type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { buildDirective, buildVillage, orderInput, type Village } from '../../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../../test/support/people.ts';
import { buildPlace } from '../../../../../../test/support/units.ts';
import { IssueMonthlyNumbers } from './issue-monthly-numbers.ts';

let app: TestApp;
let first: Village;
let second: Village;
let officer: TestPerson;
let districtId: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z', HOLD_SECONDS: '60' });
});
afterAll(stopApps);
beforeEach(async () => {
  on('2022-06-21');
  first = await buildVillage(app, { commune: 'Minh Sơn' });
  second = await buildVillage(app, { commune: 'Dân Lý', districtId: first.districtId });
  districtId = first.districtId;
  officer = await buildOfficer(app, { role: 'district_officer', unitId: districtId });
});

const on = (day: string) => app.clock.set(new Date(`${day}T01:00:00Z`));
const ask = async (route: RouteId, params: Record<string, string>, body?: object) =>
  await app.call(routes[route], { token: officer.token, params, ...(body && { body, key: randomUUID() }) });
async function give(others: Record<string, number> = { [second.communeId]: 50 }): Promise<string> {
  const directiveId = await buildDirective(app, districtId, '12/KH-UBND');
  const { shares: _, unitId: __, ...order } = orderInput(first);
  const shares = [
    { unitId: first.communeId, target: 30 },
    ...Object.entries(others).map(([unitId, target]) => ({ unitId, target })),
  ];
  const target = shares.reduce((sum, share) => sum + share.target, 0);
  const body = { ...order, directiveId, target, shares, recurrence: 'monthly' };
  return (await ask('allot', { unitId: districtId }, body)).body.id;
}
const tick = () => app.get(IssueMonthlyNumbers).run();
const next = async (seriesId: string) => (await ask('nextNumbers', { seriesId })).body;
const series = async () => (await ask('listNumberSeries', { unitId: districtId })).body;
/** What was given, month by month. */
const given = () =>
  app.database.rows(
    sql`select a.period_month as month, a.title, a.due_on::text as due, a.target, (select json_object_agg(u.name, s.target)
          from allotment_shares s join units_at('2022-06-21') u on u.id = s.unit_id where s.allotment_id = a.id) as numbers
        from allotments a where a.issuer_unit_id = ${districtId} order by a.issued_at`,
  );

it('come again with the next period, each to its commune, which is told and makes its own order from it', async () => {
  const seriesId = await give();
  expect(await next(seriesId)).toMatchObject({ month: '2022-08', on: '2022-07-15', end: null, target: 80, ended: [] });
  expect(await tick()).toBe(0);
  on('2022-07-15');
  expect(await tick()).toBe(1);
  expect(await tick()).toBe(0);
  const [, again] = await given();
  expect(again).toMatchObject({ month: '2022-08', target: 80, numbers: { 'Minh Sơn': 30, 'Dân Lý': 50 } });
  await app.drain();
  const { items } = (await app.call(routes.inbox, { token: first.officer.token })).body;
  expect(items.filter(({ kind }: { kind: string }) => kind === 'communeAsked')).toHaveLength(2);
  const [{ last }] = await series();
  const body = orderInput(first, { originId: last.id, dueOn: last.dueOn });
  expect((await app.call(routes.issueAssignment, { token: first.officer.token, body: body as never })).status).toBe(
    201,
  );
});

it('are changed for the next time alone, by whoever saw the newest version, and go on from there', async () => {
  const seriesId = await give();
  const shares = [{ unitId: first.communeId, target: 12 }];
  const wish = (more: object) =>
    ask('setNextNumbers', { seriesId }, { version: 1, title: 'Tháng cao điểm', dueDay: 5, shares, ...more });
  const foreign = await buildVillage(app, { commune: 'Xa' });
  expect((await wish({ shares: [{ unitId: foreign.communeId, target: 1 }] })).body).toMatchObject({
    status: 422,
    details: [{ path: 'shares.0.unitId', code: 'allotment.communeOutside' }],
  });
  expect((await wish({})).body).toMatchObject({ wishes: { title: 'Tháng cao điểm', dueDay: 5, numbers: true } });
  expect((await wish({})).body.code).toBe('assignment.seriesChanged');
  expect(await next(seriesId)).toMatchObject({
    title: 'Tháng cao điểm',
    dueOn: '2022-08-05',
    target: 12,
    without: [{ id: second.communeId }],
  });
  on('2022-07-15');
  await tick();
  on('2022-08-15');
  await tick();
  expect((await given()).slice(1)).toMatchObject([
    { title: 'Tháng cao điểm', due: '2022-08-05', numbers: { 'Minh Sơn': 12 } },
    { title: 'Tháng cao điểm', due: '2022-09-05', numbers: { 'Minh Sơn': 12 } },
  ]);
});

it('stop when somebody stops them, begin again, and end when the last ones were taken back', async () => {
  const seriesId = await give();
  const repeat = (recurrence: string) => ask('allotMonthly', { allotmentId: seriesId }, { recurrence });
  await repeat('none');
  on('2022-07-15');
  await tick();
  expect((await series())[0].endReason).toBe('stopped');
  await repeat('monthly');
  on('2022-08-15');
  await tick();
  expect(await given()).toHaveLength(2);
  const [{ last }] = await series();
  await ask('cancelAllotment', { allotmentId: last.id }, { reason: 'Giao nhầm' });
  expect(await next(seriesId)).toMatchObject({ end: 'cancelled' });
  on('2022-09-15');
  await tick();
  expect((await series())[0].endReason).toBe('cancelled');
});

it('go to the heir of a commune that is no more, and are said to be nobody’s where there is none', async () => {
  const [merged, gone] = [
    await buildPlace(app, { commune: 'Dân Lực', hamlets: 0, districtId }),
    await buildPlace(app, { commune: 'Thọ Dân', hamlets: 0, districtId }),
  ];
  const seriesId = await give({ [merged.communeId]: 50, [gone.communeId]: 7 });
  const admin = await buildOfficer(app, { role: 'admin', unitId: first.provinceId });
  const close = (unitId: string, successorIds: string[]) =>
    app.call(routes.changeUnit, {
      token: admin.token,
      params: { unitId },
      body: { kind: 'close', to: '2022-07-01', basis: 'Nghị quyết', successorIds },
      key: randomUUID(),
    });
  expect((await close(merged.communeId, [first.communeId])).status).toBe(200);
  expect((await close(gone.communeId, [])).status).toBe(200);
  on('2022-07-02');
  const seen = await next(seriesId);
  expect(seen).toMatchObject({ target: 80, shares: [{ unit: { id: first.communeId }, target: 80 }] });
  expect(seen.ended).toMatchObject([
    { unit: { id: merged.communeId, name: 'Dân Lực' }, target: 50, to: { id: first.communeId } },
    { unit: { id: gone.communeId }, target: 7, to: null },
  ]);
  on('2022-07-15');
  await tick();
  expect((await given())[1]).toMatchObject({ numbers: { 'Minh Sơn': 80 } });
});
