/** Each task of a team whose commune is another one since says who confirms now and why, whenever the change was entered (row 35). */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import { buildFocal } from '../../../../../test/support/reports.ts';
import { buildDirective } from '../../../../../test/support/orders.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';
import { comes, mergerInput } from '../../../../../test/support/reforms/mergers.ts';
import { halvesOf, knowsHouseholds, teamOf } from '../../../../../test/support/reforms/splits.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';

const DAY = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;
const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T03:00:00Z' });
});
beforeEach(async () => {
  on('2022-06-21');
  district = await buildDistrict(app);
  reform = new Reforming(app, district, DAY);
});
afterAll(stopApps);
const village = (at: 0 | 1 | 2): Village => district.communes[at];
const movedOf = async ({ token }: TestPerson, taskId: string) =>
  (await app.call(routes.getTask, { token, params: { taskId } })).body.moved;

it('of an order that the former commune gave after the day, before anybody had entered the reform', async () => {
  on('2022-07-10');
  const [taskId = ''] = (await issueOrder(app, village(0), { dueOn: '2022-08-09' })).taskIds;
  const { leader } = teamOf(village(0));
  await act(app, leader, 'acceptTask', taskId);
  expect(await movedOf(leader, taskId)).toBeNull();
  on('2022-07-20');
  await reform.draft();
  await reform.settle();
  expect((await reform.schedule()).body.state).toBe('applied');
  await reformDay(app, '2022-07-20');
  expect(await movedOf(leader, taskId)).toMatchObject({
    from: { fullName: 'Xã Minh Sơn' },
    to: { fullName: 'Xã Triệu Sơn' },
    on: DAY,
    confirmsFrom: '2022-07-20',
    ended: true,
    issued: true,
    citation: expect.stringContaining('1686/NQ-UBTVQH15'),
  });
});

it('of a hamlet that was divided with its commune, in each half', async () => {
  const divided = village(2);
  const team = teamOf(divided);
  const [hamletId = '', other = ''] = divided.hamletIds;
  await knowsHouseholds(app, hamletId, 238);
  const [taskId = ''] = (await issueOrder(app, divided)).taskIds;
  await act(app, team.leader, 'acceptTask', taskId);
  await reform.draft();
  const [merged, rest] = [await reform.at('Triệu Sơn'), await reform.at('Hợp Tiến')];
  const halves = halvesOf(team, [{ intoPosition: merged }, { intoPosition: rest }]);
  await reform.edit(
    { do: 'answer', positions: [merged], as: 'new' },
    { do: 'allot', hamletIds: [other], intoPosition: rest },
    { do: 'split', hamletId, halves },
  );
  expect((await reform.schedule()).body.state).toBe('scheduled');
  await reformDay(app, DAY);
  const of = { from: { fullName: 'Xã Hợp Thắng' }, on: DAY, confirmsFrom: DAY, ended: true, issued: true };
  expect(await movedOf(team.member, taskId)).toMatchObject({ ...of, to: { fullName: 'Xã Triệu Sơn' } });
  expect(await movedOf(team.deputy, taskId)).toMatchObject({ ...of, to: { fullName: 'Xã Hợp Tiến' } });
});

it('of a hamlet that became part of another one in the new commune', async () => {
  const [one] = village(0).teams;
  const [taskId = ''] = (await issueOrder(app, village(0))).taskIds;
  await act(app, one!.leader, 'acceptTask', taskId);
  await reform.draft();
  await reform.settle();
  await reform.schedule();
  await reformDay(app, DAY);
  const communeId = await reform.unit('Triệu Sơn');
  const { token } = await buildFocal(app, communeId);
  const directiveId = await buildDirective(app, communeId, '9/NQ-HĐND');
  const made = await app.call(routes.createMerger, {
    token,
    key: randomUUID(),
    params: { unitId: communeId },
    body: mergerInput(village(0), '2022-07-05', { directiveId }),
  });
  const set = await app.call(routes.scheduleReorganisation, {
    token,
    key: randomUUID(),
    params: { reorganisationId: made.body.id },
    body: { version: 1 },
  });
  expect(set.body.state).toBe('scheduled');
  await comes(app, '2022-07-05');
  expect(await movedOf(one!.leader, taskId)).toMatchObject({
    from: { fullName: 'Xã Minh Sơn' },
    to: { fullName: 'Xã Triệu Sơn' },
    on: DAY,
    ended: true,
    issued: true,
  });
});
