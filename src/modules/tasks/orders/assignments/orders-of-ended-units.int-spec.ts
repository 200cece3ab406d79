/** Orders of units that have ended: followed by the heirs, taken back by whoever has the teams, told to these teams alone. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { type Answer, startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';

const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let heir: TestPerson;
let rest: TestPerson;
/** Of the divided commune, and of the district over all three. */
let divided: { id: string; taskIds: string[] };
let over: { id: string; taskIds: string[] };
const village = (at: 0 | 1 | 2): Village => district.communes[at];
const cancel = (by: TestPerson, assignmentId: string): Promise<Answer> =>
  app.call(routes.cancelAssignment, {
    token: by.token,
    params: { assignmentId },
    key: randomUUID(),
    body: { reason: 'Xã mới giao lại' },
  });
const detail = (by: TestPerson, assignmentId: string): Promise<Answer> =>
  app.call(routes.getAssignment, { token: by.token, params: { assignmentId } });
const statesOf = async (ids: readonly string[]): Promise<string[]> => {
  const rows = await app.database.rows<{ id: string; state: string }>(
    sql`select id, state from tasks where id = any(${ids}::uuid[])`,
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.state ?? '');
};
const toldOf = (kind: string, teamId: string): Promise<{ issuer: string }[]> =>
  app.database.rows(
    sql`select distinct m.params->>'issuer' as issuer from messages m join notifications n on n.message_id = m.id
      join team_members t on t.person_id = n.person_id where m.kind = ${kind} and t.team_id = ${teamId}`,
  );

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T03:00:00Z' });
  district = await buildDistrict(app);
  const { districtId, directiveId } = district;
  const officer = await buildOfficer(app, { role: 'district_officer', unitId: districtId });
  divided = await issueOrder(app, village(2));
  const teams = district.communes.flatMap((one) => one.teams);
  const whole = { ...village(0), officer, directiveId, communeId: districtId, teams };
  over = await issueOrder(app, whole, { knowsOfSimilar: [divided.id] });
  await act(app, village(2).teams[0]!.leader, 'acceptTask', divided.taskIds[0]!);
  const reform = new Reforming(app, district, LATER);
  await reform.draft();
  await reform.settle();
  await reform.schedule();
  await reformDay(app, LATER);
  const from = { role: 'committee_member', validity: `[${LATER},)` } as const;
  heir = await buildOfficer(app, { ...from, unitId: await reform.unit('Triệu Sơn') });
  rest = await buildOfficer(app, { ...from, unitId: await reform.unit('Hợp Tiến') });
});
afterAll(stopApps);

it('of a divided commune: each heir follows and takes back its own part, and the other goes on', async () => {
  expect((await detail(heir, divided.id)).body).toMatchObject({ cancels: 'own', teams: 1, figures: { target: 20 } });
  expect((await cancel(heir, divided.id)).status).toBeLessThan(300);
  expect(await statesOf(divided.taskIds)).toEqual(['cancelled', 'assigned']);
  // A second press finds nothing more; the order itself stands as it was issued.
  expect((await cancel(heir, divided.id)).status).toBeLessThan(300);
  expect((await detail(rest, divided.id)).body).toMatchObject({
    cancels: 'own',
    cancelledAt: null,
    version: 2,
    teams: 1,
  });
  const [order] = await app.database.rows(sql`select target from assignments where id = ${divided.id}`);
  expect(order).toEqual({ target: 40 });
  await app.drain();
  expect(await toldOf('assignmentWithdrawn', village(2).teams[0]!.id)).toEqual([{ issuer: 'Xã Triệu Sơn' }]);
  expect(await toldOf('assignmentWithdrawn', village(2).teams[1]!.id)).toEqual([]);
});

it('of an ended district: each commune its own, the province all of it; of one that stands, its own officers alone', async () => {
  const province = await buildOfficer(app, { role: 'province_officer', unitId: district.provinceId });
  expect((await cancel(rest, over.id)).status).toBe(403);
  expect((await detail(rest, over.id)).body.cancels).toBeNull();
  await app.database.rows(
    sql`update units set validity = daterange(lower(validity), ${LATER}::date) where id = ${district.districtId}`,
  );
  expect((await detail(province, over.id)).body.cancels).toBe('all');
  expect((await cancel(rest, over.id)).status).toBeLessThan(300);
  expect((await statesOf(over.taskIds)).filter((state) => state === 'cancelled')).toHaveLength(1);
  expect((await cancel(village(0).teams[0]!.leader, over.id)).status).toBe(403);
  expect((await cancel(province, over.id)).status).toBeLessThan(300);
  expect(new Set(await statesOf(over.taskIds))).toEqual(new Set(['cancelled']));
  await app.drain();
  const told = await toldOf('assignmentCancelled', village(0).teams[0]!.id);
  expect(told).toEqual([{ issuer: 'Tỉnh Thanh Hóa' }]);
});
