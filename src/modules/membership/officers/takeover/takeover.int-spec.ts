/** The morning after: what came to a commune, what waits, who is new; lines go by the work, ticks are seen by all. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { type Answer, startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, issueOrder, part, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, signIn, type TestPerson } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';

const TODAY = '2022-06-21';
const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;
let heir: string;
let officer: TestPerson;
let colleague: TestPerson;
let taskIds: string[];
const village = (at: 0 | 1 | 2): Village => district.communes[at];
const ask = (by: TestPerson, route: (typeof routes)[keyof typeof routes], query = {}): Promise<Answer> =>
  app.call(route, { token: by.token, params: { unitId: heir }, query });
const rowsOf = async (by: TestPerson): Promise<{ kind: string; count: number; done: unknown }[]> =>
  (await ask(by, routes.getTakeover)).body.takeover.rows;
const tick = (by: TestPerson, kind: string, done = true): Promise<Answer> =>
  app.call(routes.tickTakeover, {
    token: by.token,
    params: { unitId: heir },
    key: randomUUID(),
    body: { on: LATER, kind, done },
  });

/** Work waits in two of three communes; they become one, and one of their officers goes on there. */
beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
  district = await buildDistrict(app);
  reform = new Reforming(app, district, LATER);
  const [first, second] = [village(0), village(1)];
  await app.database.rows(
    sql`update posts set title = 'Đầu mối xã Minh Sơn', role = 'focal_officer' where id = ${first.officer.postId}`,
  );
  ({ taskIds } = await issueOrder(app, first));
  const own = await issueOrder(app, second);
  for (const [taskId, leader] of [
    [taskIds[0]!, first.teams[0]!.leader],
    [own.taskIds[0]!, second.teams[0]!.leader],
  ] as const) {
    await act(app, leader, 'acceptTask', taskId);
    await act(app, leader, 'reportProgress', taskId, part(20));
    await act(app, leader, 'completeTask', taskId);
  }
  await act(app, first.teams[1]!.leader, 'askExtension', taskIds[1]!, { until: '2022-07-20', reason: 'Mưa lũ' });
  await reform.draft();
  const { merged } = await reform.settle();
  const post = { do: 'post', title: 'Công chức Văn phòng', intoPosition: merged };
  await reform.edit({ ...post, personId: first.officer.id, role: 'focal_officer' });
  await reform.schedule();
  await reformDay(app, LATER);
  heir = await reform.unit('Triệu Sơn');
  officer = { ...first.officer, token: await signIn(app, first.officer.id) };
  colleague = await buildOfficer(app, { role: 'committee_member', unitId: heir, validity: `[${LATER},)` });
});
afterAll(stopApps);

it('says from the day on what waits, who waits longest first, and what has to be chosen', async () => {
  const { takeover } = (await ask(officer, routes.getTakeover)).body;
  expect(takeover).toMatchObject({ on: LATER, units: 3, closed: null, shown: true, teamsOfOldDecisions: 5 });
  expect(takeover.reform.citation).toContain('1686/NQ-UBTVQH15');
  expect(takeover.rows).toMatchObject([
    { kind: 'result', count: 2, named: [{ count: 1 }, { count: 1 }], done: null },
    { kind: 'extension', count: 1, named: [{ name: 'Minh Sơn', count: 1 }] },
    { kind: 'standIn', count: 2 },
    // Its first month is owed from the day on, not from the next hour on.
    { kind: 'report', report: { month: '2022-07', own: true }, done: null },
    { kind: 'committee' },
    {
      kind: 'names',
      count: 5,
      named: [
        { name: 'Thôn 1', count: 3 },
        { name: 'Thôn 2', count: 2 },
      ],
    },
  ]);
});

it('shows nobody else what came: neither the officer of another new commune nor a leader, and nothing where nothing came', async () => {
  const rest = await reform.unit('Hợp Tiến');
  const other = await buildOfficer(app, { role: 'committee_member', unitId: rest, validity: `[${LATER},)` });
  expect((await ask(other, routes.getTakeover)).status).toBe(403);
  expect((await ask(village(0).teams[0]!.leader, routes.takeoverReceived)).status).toBe(403);
  expect((await tick(village(0).teams[0]!.leader, 'names')).status).toBe(403);
  const old = await app.call(routes.getTakeover, {
    token: district.admin.token,
    params: { unitId: village(0).communeId },
  });
  expect(old.body).toEqual({ takeover: null });
});

it('counts what came with each former unit, of a divided one its part, and opens each number', async () => {
  const { body } = await ask(officer, routes.takeoverReceived);
  expect(body.units).toMatchObject([
    {
      unit: { name: 'Hợp Lý' },
      ended: true,
      whole: true,
      numbers: { hamlets: 2, teams: 2, members: 6, tasks: 2, results: 1 },
    },
    {
      unit: { name: 'Hợp Thắng' },
      whole: false,
      partType: 'thôn',
      numbers: { hamlets: 1, teams: 1, members: 3, tasks: 0 },
    },
    { unit: { name: 'Minh Sơn' }, whole: true, numbers: { hamlets: 2, teams: 2, tasks: 2, results: 1 } },
  ]);
  expect(body.total).toEqual({ hamlets: 5, teams: 5, members: 15, tasks: 4, results: 2, sessions: 0 });
  expect(body.lost).toBe(0);
  const fromId = village(0).communeId;
  const members = await ask(officer, routes.listTakeoverReceived, { number: 'members', fromId, limit: '4' });
  expect(members.body).toMatchObject({ total: 6, items: [{ unit: { kind: 'hamlet' } }, {}, {}, {}] });
  const next = { number: 'members', fromId, limit: '4', cursor: members.body.nextCursor };
  expect((await ask(officer, routes.listTakeoverReceived, next)).body).toMatchObject({ total: 6, nextCursor: null });
});

it('names who is new with where they were, and whom to ask about what was before', async () => {
  const { colleagues, former } = (await ask(colleague, routes.takeoverPeople)).body;
  expect(colleagues).toMatchObject([
    { person: { id: officer.id }, before: { title: 'Đầu mối xã Minh Sơn', unit: { name: 'Minh Sơn' } } },
    { person: { id: colleague.id }, before: null },
  ]);
  expect(former.map(({ person }: { person: { id: string } }) => person.id).toSorted()).toEqual(
    [village(1).officer.id, village(2).officer.id].toSorted(),
  );
});

it('drops a line when its work is done, keeps new work out of it, and closes when nothing is open any more', async () => {
  // Handed in after the day: that is the commune's daily work.
  const [, , third] = district.communes;
  const { directiveId } = district;
  const later = await issueOrder(app, { ...third, officer, directiveId, communeId: heir, teams: [third.teams[0]!] });
  await act(app, third.teams[0]!.leader, 'acceptTask', later.taskIds[0]!);
  await act(app, third.teams[0]!.leader, 'reportProgress', later.taskIds[0]!, part(20, { happenedOn: LATER }));
  await act(app, third.teams[0]!.leader, 'completeTask', later.taskIds[0]!);
  expect(await rowsOf(officer)).toMatchObject([{ kind: 'result', count: 2 }, {}, {}, {}, {}, {}]);
  const { body: results } = await ask(officer, routes.resultsToConfirm);
  expect(results.total).toBe(3);
  for (const { task } of results.items)
    if (task.id !== later.taskIds[0])
      expect((await act(app, officer, 'confirmTask', task.id)).status).toBeLessThan(300);
  const rows = await rowsOf(officer);
  expect(rows[0]).toMatchObject({ kind: 'extension' });
  expect(rows.at(-1)).toMatchObject({ kind: 'result', count: 2, done: { by: null } });
  const [request] = await app.database.rows<{ id: string }>(
    sql`select id from extension_requests where task_id = ${taskIds[1]!}`,
  );
  const params = { requestId: request!.id };
  await app.call(routes.answerExtension, {
    token: officer.token,
    params,
    key: randomUUID(),
    body: { granted: true, until: '2022-07-20' },
  });
  for (const kind of ['standIn', 'committee']) expect((await tick(officer, kind)).status).toBe(200);
  await app.database.rows(
    sql`update reports set state = 'submitted', version = 1, first_submitted_at = ${app.clock.now()} where unit_id = ${heir}`,
  );
  expect((await tick(officer, 'all')).body).toMatchObject({ code: 'membership.takeoverOpen' });
  expect((await tick(colleague, 'names')).status).toBe(200);
  // Two officers see each other's ticks.
  const named = (await rowsOf(officer)).find(({ kind }) => kind === 'names');
  expect(named?.done).toMatchObject({ by: { id: colleague.id } });
  expect((await tick(officer, 'all')).body.takeover).toMatchObject({ closed: { by: { id: officer.id } }, rows: [] });
  expect((await ask(colleague, routes.getTakeover)).body.takeover.shown).toBe(true);
  app.clock.set(new Date('2022-07-09T03:00:00Z'));
  expect((await ask(colleague, routes.getTakeover)).body.takeover).toMatchObject({ shown: false, units: 3 });
});
