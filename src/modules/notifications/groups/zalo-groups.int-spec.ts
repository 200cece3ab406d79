import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { type FakePerson, startZaloEmulator, type ZaloEmulator } from '../../../../test/emulators/zalo.ts';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../test/support/people.ts';
import { OaAccount } from '../deliver/zalo/oa-account.ts';
import { GroupChats } from './group-chats.ts';
import { SendGroupPosts } from './posts/send-group-posts.ts';
import { DeliveryChannels } from '../delivery-channels.ts';

let app: TestApp;
let zalo: ZaloEmulator;
let admin: FakePerson;
let village: Village;

beforeAll(async () => {
  zalo = await startZaloEmulator({ now: () => app?.clock.now() ?? new Date() });
  admin = zalo.world.person({ name: 'Quản trị viên', admin: true, follows: true });
  const { appId, appSecret, oaSecretKey } = zalo.world.settings;
  app = await startApp({
    CLOCK: '2022-06-20T02:00:00Z',
    ZALO_URL: zalo.url,
    ZALO_APP_ID: appId,
    ZALO_APP_SECRET: appSecret,
    ZALO_OA_SECRET_KEY: oaSecretKey,
    ZALO_GMF: 'on',
    ZALO_GMF_ADMINS: admin.userId,
  });
  app.drainables.push(() => app.get(SendGroupPosts).run());
  await app.get(OaAccount).tokens?.adopt({ ok: true, ...zalo.oauth.issue() });
});
beforeEach(async () => {
  zalo.heal();
  village = await buildVillage(app);
});
afterAll(async () => {
  await stopApps();
  await zalo.stop();
});

const team = (i = 0) => village.teams[i] as Village['teams'][number];

/** Linked with the Official Account; wrote to it so many days ago. */
async function account(person: TestPerson, daysAgo: number): Promise<FakePerson> {
  const fake = zalo.world.person({ name: 'Thành viên' });
  fake.lastInteractionAt = new Date(app.clock.now().getTime() - daysAgo * 86_400_000);
  await app.database.rows(
    sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
     select ${v7()}, ${person.id}, 'zalo-oa', scope, ${fake.userId}, 'code', ${app.clock.now()} from account_scopes
       where space = 'zalo-oa'`,
  );
  await app.database.rows(
    sql`insert into address_states (channel, address, last_inbound_at, changed_at)
      values ('zalo-oa', ${fake.userId}, ${fake.lastInteractionAt}, ${fake.lastInteractionAt})`,
  );
  return fake;
}

const make = (assetId: string, of = team().id, key: string = randomUUID()) =>
  app.call(routes.makeGroup, { token: village.officer.token, params: { teamId: of }, body: { assetId }, key });
const made = () => [...zalo.world.groups.values()];
const groupOf = (assetId: string) => made().filter((group) => group.assetId === assetId);

describe('a Zalo group that the Official Account makes', () => {
  it('has the short name, the full one in its description, and whom the account may invite', async () => {
    const leader = await account(team().leader, 2);
    const silent = await account(team().member, 30);
    const seat = zalo.groups.buy();
    const { status, body } = await make(seat.id);
    expect([status, body.name]).toEqual([200, 'CNS-Thôn 1-Xã Minh Sơn']);
    const [group] = groupOf(seat.id);
    expect(group).toMatchObject({
      name: 'CNS-Thôn 1-Xã Minh Sơn',
      description: 'CNS-Thôn 1-Xã Minh Sơn-huyện Triệu Sơn',
    });
    expect([...(group?.members ?? [])]).toEqual([admin.userId, leader.userId]);
    expect(group?.members.has(silent.userId)).toBe(false);

    const rows = await app.call(routes.groups, {
      token: village.officer.token,
      params: { unitId: village.communeId },
    });
    expect(rows.body.items[1]).toMatchObject({
      state: 'right',
      channel: 'zalo',
      link: body.link,
      chat: { channel: 'zalo-gmf', title: 'CNS-Thôn 1-Xã Minh Sơn', state: 'active' },
    });
  });

  it('begins without those who left the account: they come by the link', async () => {
    const gone = await account(team().leader, 1);
    delete gone.lastInteractionAt;
    const seat = zalo.groups.buy();
    expect((await make(seat.id)).status).toBe(200);
    expect([...(groupOf(seat.id)[0]?.members ?? [])]).toEqual([admin.userId]);
  });

  it('is made once, however often it is asked for', async () => {
    const seat = zalo.groups.buy();
    const spare = zalo.groups.buy();
    const answers = await Promise.all([make(seat.id), make(seat.id), make(seat.id)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    const again = await make(seat.id);
    expect(again.status).toBe(200);
    expect(groupOf(seat.id)).toHaveLength(1);
    const other = await make(spare.id);
    expect([other.status, other.body.code]).toEqual([409, 'notification.groupExists']);
    expect(groupOf(spare.id)).toEqual([]);
  });

  it.each(['drop-after', 'html'] as const)('spends one seat when the answer is lost: %s', async (fault) => {
    const seat = zalo.groups.buy();
    zalo.fail('/openapi/v3.0/oa/group/creategroupwithoa', fault, 1);
    const first = await make(seat.id);
    expect([first.status, first.body.code]).toEqual([503, 'notification.groupUnsure']);
    const elsewhere = await make(seat.id, team(1).id);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'notification.seatUsed']);
    const second = await make(seat.id);
    expect(second.status).toBe(200);
    expect(groupOf(seat.id)).toHaveLength(1);
  });

  it('is refused without a free seat, and the seat stays free after a refusal', async () => {
    const none = await make('asset-none');
    expect([none.status, none.body.code]).toEqual([409, 'notification.seatUsed']);
    const seat = zalo.groups.buy();
    zalo.fail('/openapi/v3.0/oa/group/creategroupwithoa', -224, 1);
    const refused = await make(seat.id);
    expect([refused.status, refused.body.details[0].params.code]).toEqual([422, '-224']);
    expect((await make(seat.id, team(1).id)).status).toBe(200);
  });

  it('stands in the list of seats, with its end and what a seat costs', async () => {
    const seat = zalo.groups.buy('gmf100', 10);
    await make(seat.id);
    const { body } = await app.call(routes.groupSeats, { token: village.officer.token });
    expect(body).toMatchObject({ on: true, seatVndPerMonth: 100_000 });
    expect(body.seats).toContainEqual({
      assetId: seat.id,
      used: true,
      validThrough: seat.validThrough.toISOString(),
      autoRenew: false,
    });
  });

  it('reads of new work as plain text with a link', async () => {
    const seat = zalo.groups.buy();
    await make(seat.id);
    const { taskIds } = await issueOrder(app, village);
    await app.drain();
    const [message, ...more] = groupOf(seat.id)[0]?.messages ?? [];
    expect(more).toEqual([]);
    expect(message?.text).toContain('Việc mới: Giúp bà con nộp hồ sơ trực tuyến');
    expect(message?.text).toContain(`/app/#/viec/${taskIds[0]}`);
  });

  it('is left alone when its seat is over or it was dissolved', async () => {
    const [over, gone] = [zalo.groups.buy('gmf100', 1), zalo.groups.buy()];
    await make(over.id);
    await make(gone.id, team(1).id);
    const event = { dedupKey: 'x', occurredAt: app.clock.now(), actor: '', kind: 'group-ended' };
    const oa = app.get(DeliveryChannels).inOrder.find(({ id }) => id === 'zalo-oa')!;
    const data = { groupId: groupOf(gone.id)[0]?.id, userIds: [] };
    expect(await app.get(GroupChats).onEvent({ ...event, data }, oa)).toBe(true);
    over.validThrough = new Date(app.clock.now().getTime() - 1_000);
    await issueOrder(app, village);
    await app.drain();
    const rows = await app.call(routes.groups, {
      token: village.officer.token,
      params: { unitId: village.communeId },
    });
    expect(rows.body.items.slice(1).map(({ chat }: { chat: { state: string } }) => chat.state)).toEqual([
      'gone',
      'gone',
    ]);
  });
});
