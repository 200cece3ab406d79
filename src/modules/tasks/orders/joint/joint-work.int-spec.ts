import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, orderInput, part, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildProvider, buildTrainer } from '../../../../../test/support/training/training.ts';

let app: TestApp;
let village: Village;
let district: TestPerson;
let providerId: string;
let partner: TestPerson;
let taskIds: string[];
let orderId: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
  village = await buildVillage(app);
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
  providerId = await buildProvider(app, { coverage: [village.districtId], name: 'Bưu điện Triệu Sơn' });
  partner = await buildTrainer(app, { providerId, unitId: village.districtId });
  const body = orderInput(village, { providerId });
  const answer = await app.call(routes.issueAssignment, { token: village.officer.token, body });
  expect(answer.status).toBe(201);
  orderId = answer.body.id;
  const rows = await app.database.rows<{ id: string; teamId: string }>(
    sql`select id, team_id as "teamId" from tasks where assignment_id = ${orderId}`,
  );
  taskIds = village.teams.map(({ id }) => rows.find(({ teamId }) => teamId === id)?.id as string);
});
afterAll(stopApps);

const say = (by: TestPerson, taskId: string, value: number, key = randomUUID()) =>
  app.call(routes.reportAsPartner, {
    token: by.token,
    params: { taskId },
    key,
    body: { value, happenedOn: '2022-06-21', note: 'Chụp ảnh và lên gian hàng cùng Tổ' },
  });
const figures = async (unitId: string) =>
  (await app.database.one<{ n: number }>(
    sql`select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::int as n from counted_lines l
      join unit_closure c on c.descendant_id = l.unit_id and c.ancestor_id = ${unitId}`,
  ))!.n;

it('is told to the company, whose desk has it with the team and the place', async () => {
  await app.drain();
  const { body: inbox } = await app.call(routes.inbox, { token: partner.token });
  expect(inbox.items).toMatchObject([{ kind: 'jointWorkAsked' }]);
  const { body } = await app.call(routes.listJointTasks, {
    token: partner.token,
    params: { unitId: village.districtId },
  });
  expect(body).toMatchObject({ total: 2, nextCursor: null });
  expect(body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual(taskIds.toSorted());
});

it('is reported by both, confirmed once, and counts once at every level', async () => {
  const [taskId] = taskIds as [string];
  const { leader } = village.teams[0]!;
  await act(app, leader, 'acceptTask', taskId);
  expect(await act(app, leader, 'reportProgress', taskId, part(6))).toMatchObject({ status: 200 });
  const key = randomUUID();
  expect((await say(partner, taskId, 4, key)).body.reported).toBe(4);
  expect((await say(partner, taskId, 4, key)).body.reported).toBe(4);
  expect((await say(partner, taskId, 2)).body).toMatchObject({ provider: { id: providerId }, reported: 6 });
  // The team sees it on its task.
  const seen = await app.call(routes.getTask, { token: leader.token, params: { taskId } });
  expect(seen.body.partner).toEqual({ name: 'Bưu điện Triệu Sơn', reported: 6, reportedOn: '2022-06-21' });
  expect(await act(app, leader, 'completeTask', taskId, {})).toMatchObject({ status: 200 });
  const waiting = await app.call(routes.resultsToConfirm, {
    token: village.officer.token,
    params: { unitId: village.communeId },
  });
  // Both sides stand before the commune; the sum is the team's alone.
  expect(waiting.body.items).toMatchObject([
    { task: { id: taskId, figures: { reported: 6 }, partner: { reported: 6, reports: [{ value: 4 }, { value: 2 }] } } },
  ]);
  expect((await act(app, village.officer, 'confirmTask' as never, taskId, {})).status).toBe(200);
  for (const unitId of [village.teams[0]!.unitId, village.communeId, village.districtId])
    expect(await figures(unitId)).toBe(6);
  const { body: rollUp } = await app.call(routes.assignmentRollUp, {
    token: village.officer.token,
    params: { assignmentId: orderId },
  });
  expect(JSON.stringify(rollUp)).toContain('"confirmed":6');
  expect((await say(partner, taskId, 1)).body.code).toBe('task.jointClosed');
  expect(await figures(village.districtId)).toBe(6);
  const { status } = await app.call(routes.getTask, { token: district.token, params: { taskId } });
  expect(status).toBe(200);
});

it('is nobody else’s: another company, a team, and an order whose company does not cover the place', async () => {
  const elsewhere = await buildVillage(app, { commune: 'Xa Xôi' });
  const otherId = await buildProvider(app, { coverage: [village.districtId] });
  const other = await buildTrainer(app, { providerId: otherId, unitId: village.districtId });
  expect((await say(other, taskIds[1]!, 1)).status).toBe(403);
  expect((await say(village.teams[1]!.leader, taskIds[1]!, 1)).status).toBe(403);
  const { body } = await app.call(routes.listJointTasks, {
    token: other.token,
    params: { unitId: village.districtId },
  });
  expect(body.items).toEqual([]);
  const refused = await app.call(routes.issueAssignment, {
    token: elsewhere.officer.token,
    body: orderInput(elsewhere, { providerId }),
  });
  expect(refused.body.details).toMatchObject([{ path: 'providerId', code: 'assignment.partnerElsewhere' }]);
});
