import { sql } from '#platform/database';
import { routes } from '#contracts';
import { ChaseSilent, Sweep } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, orderInput, type Village } from '../../../../../test/support/orders.ts';
import { buildMember, buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';

const HOUR = 3_600_000;
let app: TestApp;
let village: Village;

beforeAll(async () => {
  app = await startApp();
  app.drainables.push(() => app.get(Sweep).run());
});
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T02:00:00.000Z'));
  village = await buildVillage(app, { hamlets: 4 });
});
afterAll(stopApps);

const ask = async (route: Parameters<TestApp['call']>[0], assignmentId: string, by: TestPerson, more: object = {}) =>
  app.call(route, { token: by.token, params: { assignmentId }, ...more });
const reach = async (assignmentId: string, by = village.officer) =>
  (await ask(routes.deliveryStatus, assignmentId, by)).body;
const rowsOf = async (assignmentId: string, query: Record<string, string> = {}, by = village.officer) =>
  (await ask(routes.assignmentTasks, assignmentId, by, { query })).body;
const stateOf = async (assignmentId: string, team: number) =>
  (await rowsOf(assignmentId)).items.find((row: { team: { id: string } }) => row.team.id === village.teams[team]!.id);
const callsOf = async (assignmentId: string, query: Record<string, string> = {}) =>
  (await ask(routes.callList, assignmentId, village.officer, { query })).body;
async function see({ token }: TestPerson): Promise<void> {
  const { body } = await app.call(routes.inbox, { token });
  await app.call(routes.markSeen, { token, body: { ids: body.items.map(({ id }: { id: string }) => id) } });
}
const remind = (assignmentId: string, teams: number[], by = village.officer) =>
  ask(routes.remind, assignmentId, by, { body: { teamIds: teams.map((i) => village.teams[i]!.id) } });

describe('the board of an order', () => {
  it('tells three kinds of silence and the answers apart', async () => {
    const order = await issueOrder(app, village);
    await app.drain();
    const [, second, third, fourth] = village.teams;
    await app.call(routes.inbox, { token: second!.deputy.token });
    await see(third!.leader);
    await act(app, fourth!.member, 'acceptTask', order.taskIds[3]!);
    await app.drain();
    const board = await reach(order.id);
    expect(board.funnel).toEqual({ issued: 4, reached: 3, seen: 2, accepted: 1, submitted: 0, confirmed: 0 });
    expect(board).toMatchObject({
      planned: 12,
      sent: 12,
      failed: 0,
      pending: 0,
      channels: [{ route: 'inbox', sent: 12 }],
    });
    expect(board.states).toMatchObject({ not_delivered: 1, not_seen: 1, not_answered: 1, doing: 1, confirmed: 0 });
    expect(board.toRemind).toBe(2);
    const { items, total, nextCursor } = await rowsOf(order.id);
    expect(items.map(({ shown }: { shown: string }) => shown)).toEqual([
      'not_delivered',
      'not_seen',
      'not_answered',
      'doing',
    ]);
    expect([total, nextCursor]).toEqual([4, null]);
  });

  it('does not count a plain member’s look as the team’s', async () => {
    const order = await issueOrder(app, village);
    await app.drain();
    await see(village.teams[0]!.member);
    expect(await stateOf(order.id, 0)).toMatchObject({ shown: 'not_delivered', via: 'inbox' });
  });

  it('counts a team as reached and seen once its leader was told by phone', async () => {
    const order = await issueOrder(app, village);
    await app.drain();
    const { leader } = village.teams[0]!;
    expect(
      (await ask(routes.told, order.id, village.officer, { body: { personId: leader.id, note: 'Gọi lúc 9 giờ' } }))
        .status,
    ).toBe(204);
    expect(await stateOf(order.id, 0)).toMatchObject({ shown: 'not_answered', calledAt: expect.any(String) });
    expect((await reach(order.id)).funnel).toMatchObject({ reached: 1, seen: 1 });
  });

  it('shows an officer only the teams below their own unit', async () => {
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    const other = await buildVillage(app, { hamlets: 1, commune: 'Dân Lý', districtId: village.districtId });
    const order = await issueOrder(app, village);
    await app.drain();
    expect((await reach(order.id, district)).funnel.issued).toBe(4);
    expect((await rowsOf(order.id, {}, district)).total).toBe(4);
    expect((await rowsOf(order.id, { communeId: other.communeId }, district)).items).toEqual([]);
    expect((await ask(routes.deliveryStatus, order.id, other.officer)).status).toBe(403);
    expect((await ask(routes.deliveryStatus, village.communeId, village.officer)).body.code).toBe(
      'notification.assignmentNotFound',
    );
    expect((await ask(routes.deliveryStatus, order.id, village.teams[0]!.leader)).status).toBe(403);
  });
});

describe('reminding', () => {
  it('reaches leaders and deputies of silent teams, each team at most every four hours', async () => {
    const order = await issueOrder(app, village);
    await app.drain();
    expect((await remind(order.id, [0, 1])).body).toEqual({ reminded: 2, skipped: [], act: null });
    await app.drain();
    const { items } = (await app.call(routes.inbox, { token: village.teams[0]!.deputy.token })).body;
    expect(items[0]).toMatchObject({ kind: 'assignmentReminded', mandatory: true, taskId: order.taskIds[0] });
    expect((await app.call(routes.inbox, { token: village.teams[0]!.member.token })).body.items[0].kind).toBe(
      'taskAssigned',
    );
    app.clock.advance(3 * HOUR);
    expect((await remind(order.id, [0, 2])).body).toEqual({
      reminded: 1,
      skipped: [{ teamId: village.teams[0]!.id, because: 'reminded_recently' }],
      act: null,
    });
    app.clock.advance(HOUR);
    expect((await remind(order.id, [0])).body.reminded).toBe(1);
  });

  it('leaves alone who has answered or waits for an answer', async () => {
    const order = await issueOrder(app, village);
    await act(app, village.teams[0]!.leader, 'acceptTask', order.taskIds[0]!);
    await act(app, village.teams[1]!.leader, 'askExtension', order.taskIds[1]!, { until: '2022-07-20' });
    const { body } = await remind(order.id, [0, 1]);
    expect(body.skipped.map(({ because }: { because: string }) => because).toSorted()).toEqual([
      'already_answered',
      'extension_open',
    ]);
  });

  it('refuses another commune’s team by its place in the list', async () => {
    const order = await issueOrder(app, village);
    const other = await buildVillage(app, { hamlets: 1, commune: 'Dân Lý', districtId: village.districtId });
    const { status, body } = await ask(routes.remind, order.id, village.officer, {
      body: { teamIds: [village.teams[0]!.id, other.teams[0]!.id] },
    });
    expect([status, body.details[0].path]).toEqual([404, 'teamIds.1']);
  });
});

describe('the chasing of silent teams', () => {
  // Orders of other tests are over: it looks at all.
  beforeEach(() =>
    app.database.rows(sql`update tasks set state = 'confirmed' where unit_id <> all(${village.hamletIds})`),
  );

  it('reminds after a day, tells supporters after two, and fills the call list after three', async () => {
    const supporter = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId });
    await app.database.rows(
      sql`insert into supporters (id, team_id, person_id, validity)
        select gen_random_uuid(), t, ${supporter.id}, '[2022-01-01,)' from unnest(${village.teams.map(({ id }) => id)}::uuid[]) t`,
    );
    const order = await issueOrder(app, village);
    await act(app, village.teams[0]!.leader, 'acceptTask', order.taskIds[0]!);
    await act(app, village.teams[1]!.leader, 'askExtension', order.taskIds[1]!, { until: '2022-07-20' });
    await app.drain();
    const chase = app.get(ChaseSilent);
    expect(await chase.run()).toBe(0);
    app.clock.advance(24 * HOUR);
    expect([await chase.run(), await chase.run()]).toEqual([2, 0]);
    app.clock.advance(24 * HOUR);
    expect(await chase.run()).toBe(2);
    await app.drain();
    const told = (await app.call(routes.inbox, { token: supporter.token })).body.items[0];
    expect(told).toMatchObject({
      kind: 'assignmentSilent',
      title: '2 tổ chưa trả lời: Giúp bà con nộp hồ sơ trực tuyến',
    });
    await see(village.teams[2]!.leader);
    expect(
      (await callsOf(order.id)).items.some(({ team }: { team: { id: string } }) => team.id === village.teams[2]!.id),
    ).toBe(false);
    app.clock.advance(24 * HOUR);
    expect(await chase.run()).toBe(2);
    const rows = (await callsOf(order.id)).items.filter(
      ({ team }: { team: { id: string } }) => team.id === village.teams[2]!.id,
    );
    expect(rows.map(({ role, reason }: { role: string; reason: string }) => [role, reason])).toEqual([
      ['leader', 'not_answered'],
      ['deputy', 'not_answered'],
    ]);
  });

  it('wakes nobody at night', async () => {
    await issueOrder(app, village);
    await app.drain();
    app.clock.set(new Date('2022-06-23T16:00:00Z'));
    expect(await app.get(ChaseSilent).run()).toBe(0);
    app.clock.set(new Date('2022-06-23T23:30:00Z'));
    expect(await app.get(ChaseSilent).run()).toBeGreaterThan(0);
  });
});

describe('the call list', () => {
  it('names whom no route reaches, with full numbers, and keeps who was told by whom', async () => {
    const order = await issueOrder(app, village);
    await app.drain();
    const { leader, deputy } = village.teams[0]!;
    await app.database.rows(sql`delete from sessions where person_id = any(${[leader.id, deputy.id]})`);
    await ask(routes.told, order.id, village.officer, { body: { personId: deputy.id } });
    const rows = (await callsOf(order.id)).items.filter(
      ({ team }: { team: { id: string } }) => team.id === village.teams[0]!.id,
    );
    expect(
      rows.map(({ person, reason, phone }: { person: { id: string }; reason: string; phone: string }) => [
        person.id,
        reason,
        /^05\d[\d ]+$/.test(phone),
      ]),
    ).toEqual([
      [leader.id, 'no_route', true],
      [deputy.id, 'no_route', true],
    ]);
    expect(rows[1].told.by.id).toBe(village.officer.id);
    const [log] = await app.database.rows<{ n: number }>(
      sql`select count(*)::int as n from access_log where what = 'phone.read' and subject_id = ${leader.id}`,
    );
    expect(log?.n).toBe(1);
  });

  it('takes no note about somebody outside the order', async () => {
    const order = await issueOrder(app, village);
    const { status, body } = await ask(routes.told, order.id, village.officer, {
      body: { personId: village.officer.id },
    });
    expect([status, body.code]).toEqual([404, 'notification.personNotFound']);
  });
});

describe('before sending', () => {
  it('says who hears by which route and who by none, what is similar, and what members will read', async () => {
    const earlier = await issueOrder(app, village, { title: 'Việc cũ' });
    await buildMember(app, { teamId: village.teams[0]!.id, signedIn: false });
    const { status, body } = await app.call(routes.previewAssignment, {
      token: village.officer.token,
      body: orderInput(village),
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      people: 13,
      reachable: 12,
      teams: 4,
      needsSecondApprover: false,
      ladderHours: { remind: 24, supporter: 48, callList: 72 },
      holdSeconds: 0,
      groups: { registered: 0, teams: 4 },
    });
    expect(body.routes).toMatchObject([
      { route: 'inbox', people: 12, costVnd: 0 },
      { route: 'none', people: 1, costVnd: 0 },
    ]);
    expect(body.unreachable).toEqual([
      expect.objectContaining({
        role: 'member',
        why: 'no_session_no_address',
        phoneMasked: expect.stringMatching(/\d{3}$/),
      }),
    ]);
    expect(body.similar).toEqual([
      expect.objectContaining({
        assignmentId: earlier.id,
        title: 'Việc cũ',
        unfinishedTeams: expect.arrayContaining(['Thôn 1']),
      }),
    ]);
    expect(body.message.title).toBe('Việc mới: Giúp bà con nộp hồ sơ trực tuyến');
    expect(body.message.body).toContain('24/6');
    const issued = sql`select from assignments where issuer_unit_id = ${village.communeId}`;
    expect(await app.database.rows(issued)).toHaveLength(1);
  });

  it('is the issuer’s alone', async () => {
    expect(
      (await app.call(routes.previewAssignment, { token: village.teams[0]!.leader.token, body: orderInput(village) }))
        .status,
    ).toBe(403);
  });
});

describe('traces', () => {
  it('show what became of each message to a person', async () => {
    const order = await issueOrder(app, village);
    await app.drain();
    const { leader } = village.teams[0]!;
    await see(leader);
    const { body } = await app.call(routes.personTrace, {
      token: village.officer.token,
      params: { assignmentId: order.id, personId: leader.id },
    });
    expect(body).toEqual([expect.objectContaining({ kind: 'taskAssigned', seenAt: expect.any(String), steps: [] })]);
    const stranger = await app.call(routes.personTrace, {
      token: village.officer.token,
      params: { assignmentId: order.id, personId: village.officer.id },
    });
    expect(stranger.body.code).toBe('notification.personNotFound');
  });

  it('show a leader who of the team has not seen what the team sent', async () => {
    const order = await issueOrder(app, village);
    const { id, leader, deputy, member } = village.teams[0]!;
    await act(app, leader, 'acceptTask', order.taskIds[0]!);
    await app.drain();
    await see(deputy);
    const { body } = await app.call(routes.teamMessages, { token: leader.token, params: { teamId: id } });
    expect(body).toEqual([
      expect.objectContaining({
        people: 2,
        reached: 1,
        seen: 1,
        notSeen: [expect.objectContaining({ id: member.id })],
      }),
    ]);
    expect((await app.call(routes.teamMessages, { token: member.token, params: { teamId: id } })).status).toBe(403);
  });
});
