/** "Tuần này chưa làm được": who says it is seen by the leader and the officers, and is neither silent nor chased until the day. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { ChaseSilent } from '#modules/notifications';
import { Silence } from '#modules/tasks';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';

const DAY = 86_400_000;
let app: TestApp;
let village: Village;

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T02:00:00Z'));
  village = await buildVillage(app, { hamlets: 2 });
});
afterAll(stopApps);

const say = (person: TestPerson, until: string, key: string = randomUUID()) =>
  app.call(routes.sayBusy, { token: person.token, key, body: { reason: 'harvest', until } });
const free = (person: TestPerson) => app.call(routes.endBusy, { token: person.token });
const team = (i = 0) => village.teams[i]!;
const busyOf = async (reader: TestPerson, person: TestPerson) => {
  const { body } = await app.call(routes.getTeam, { token: reader.token, params: { teamId: team().id } });
  return body.members.find((one: { person: { id: string } }) => one.person.id === person.id).busy;
};
const heard = async ({ token }: TestPerson) => {
  await app.drain();
  const { items } = (await app.call(routes.inbox, { token })).body;
  return items
    .filter(({ kind }: { kind: string }) => kind === 'memberBusy')
    .map(({ title }: { title: string }) => title);
};
const silentOf = async (limit: number) => {
  const found = await app.get(Silence).of(
    village.teams.map(({ id }) => ({ id, communeId: village.communeId })),
    limit,
  );
  return village.teams.map(({ id }) => found.get(id));
};

describe('a volunteer who cannot work this week', () => {
  it('is seen by the leader and the commune until the day, and by themselves', async () => {
    const { member, leader } = team();
    expect((await say(member, '2022-06-26')).status).toBe(204);
    const word = { reason: 'harvest', until: '2022-06-26' };
    expect([await busyOf(leader, member), await busyOf(village.officer, member)]).toEqual([word, word]);
    expect((await app.call(routes.me, { token: member.token })).body.busy).toEqual(word);
    expect(await heard(leader)).toEqual([`${member.fullName} báo bận đến hết ngày 26/6`]);
    expect(await heard(village.officer)).toEqual([]);
    app.clock.set(new Date('2022-06-26T17:30:00Z'));
    expect([await busyOf(leader, member), (await app.call(routes.me, { token: member.token })).body.busy]).toEqual([
      null,
      null,
    ]);
  });

  it('is heard by the commune where it is the leader; said twice, it is told once, and can be taken back', async () => {
    const { leader } = team();
    const key = randomUUID();
    for (let i = 0; i < 2; i++) await say(leader, '2022-06-26', key);
    await say(leader, '2022-06-26');
    expect(await heard(village.officer)).toEqual([`${leader.fullName} báo bận đến hết ngày 26/6`]);
    expect((await free(leader)).status).toBe(204);
    expect(await busyOf(village.officer, leader)).toBeNull();
  });

  it('says it for a month at most, and only in a team; what waited on a phone past its day is taken', async () => {
    expect((await say(team().member, '2022-07-23')).body).toMatchObject({
      code: 'membership.busyTooLong',
      details: [{ path: 'until', params: { most: 31 } }],
    });
    expect((await say(village.officer, '2022-06-26')).status).toBe(403);
    expect((await say(team().member, '2022-06-19')).status).toBe(204);
    expect(await busyOf(team().leader, team().member)).toBeNull();
  });

  it('is not silent: a leader’s word speaks for the team as long as it holds, a member’s on its day', async () => {
    app.clock.advance(20 * DAY);
    expect((await silentOf(14)).map((one) => one?.silent)).toEqual([true, true]);
    await say(team(0).leader, '2022-07-20');
    await say(team(1).member, '2022-07-20');
    expect((await silentOf(14)).map((one) => [one?.silent, one?.quietDays])).toEqual([
      [false, 0],
      [false, 0],
    ]);
    app.clock.advance(5 * DAY);
    expect((await silentOf(3)).map((one) => [one?.silent, one?.quietDays])).toEqual([
      [false, 0],
      [true, 5],
    ]);
    app.clock.advance(8 * DAY);
    expect((await silentOf(3))[0]).toEqual({ silent: true, quietDays: 4 });
  });

  it('is not chased nor reminded until the day, and the board says why', async () => {
    const order = await issueOrder(app, village);
    await app.drain();
    await say(team(0).deputy, '2022-06-26');
    app.clock.advance(DAY);
    expect(await app.get(ChaseSilent).run()).toBe(1);
    const params = { assignmentId: order.id };
    const { token } = village.officer;
    const rows = (await app.call(routes.assignmentTasks, { token, params, query: { sort: 'team' } })).body.items;
    expect(rows.map(({ busyUntil }: { busyUntil: string | null }) => busyUntil)).toEqual(['2022-06-26', null]);
    const body = { teamIds: [team(0).id] };
    expect((await app.call(routes.remind, { token, params, body })).body).toMatchObject({
      reminded: 0,
      skipped: [{ teamId: team(0).id, because: 'said_busy' }],
    });
    const followed = await app.call(routes.followUps, { token, params: { unitId: village.communeId } });
    const [{ silent, undelivered }] = followed.body;
    expect(silent.teams + undelivered.teams).toBe(1);
    const { items } = (await app.call(routes.callList, { token, params })).body;
    expect(
      items
        .filter((row: { busyUntil: string | null }) => row.busyUntil)
        .map(({ person }: { person: { id: string } }) => person.id),
    ).toEqual([team(0).deputy.id]);
    app.clock.set(new Date('2022-06-27T02:00:00Z'));
    expect(await app.get(ChaseSilent).run()).toBeGreaterThan(0);
    expect((await app.call(routes.deliveryStatus, { token, params })).status).toBe(200);
  });
});
