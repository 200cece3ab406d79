/** What platforms tell besides words: who shut the door, who came back, what arrived, whose data must go. */
import { raw, sql } from '#platform/database';
import { MembershipApi } from '#modules/membership';
import { stopApps, type TestApp } from '../../../../test/support/app.ts';
import { type Chats, startChats, tie } from '../../../../test/support/platforms/chats.ts';
import { buildVillage, issueOrder, type Village } from '../../../../test/support/orders.ts';
import { WorkWebhooks } from './work-webhooks.ts';

let chats: Chats;
let app: TestApp;
let village: Village;
let accounts = 0;
beforeAll(async () => {
  chats = await startChats();
  ({ app } = chats);
});
beforeEach(async () => {
  village = await buildVillage(app, { hamlets: 1 });
  app.clock.advance(5_000);
});
afterAll(async () => {
  await stopApps();
  await chats.stop();
});

const leader = () => village.teams[0]!.leader;
const stateOf = (channel: string, address: string) =>
  app.database.one<{
    last_inbound_at: Date | null;
    sent_since: number;
    gone_at: Date | null;
    gone_code: string | null;
  }>(
    sql`select last_inbound_at, sent_since, gone_at, gone_code from address_states where channel = ${channel} and address = ${address}`,
  );
const ownerOf = (space: 'telegram' | 'zalo-oa' | 'zalo-app', id: string) =>
  app.get(MembershipApi).accountOwner(space, id);
const addressOf = async (channel: string, personId: string) =>
  (
    await app.database.one<{ address: string | null }>(
      sql`select address from addresses_at(${app.clock.now()}) where person_id = ${personId} and channel = ${channel}`,
    )
  )?.address ?? null;

function zaloPerson() {
  return chats.zalo.world.person({ name: `Người ${++accounts}` });
}

describe('an address', () => {
  it('is gone when its owner blocks the bot, and back when they unblock it or write', async () => {
    const id = 5_120_001;
    chats.telegram.person(id);
    await tie(app, 'telegram', String(id), leader().id);
    chats.telegram.block(id);
    await chats.deliver(2);
    expect(await stateOf('telegram', String(id))).toMatchObject({ gone_code: 'BLOCKED', gone_at: expect.any(Date) });
    expect(await addressOf('telegram', leader().id)).toBeNull();
    app.clock.advance(5_000);
    chats.telegram.block(id, false);
    await chats.deliver(2);
    expect(await stateOf('telegram', String(id))).toMatchObject({ gone_at: null, gone_code: null });
    expect(await addressOf('telegram', leader().id)).toBe(String(id));
  });

  it('stays open when the news of an earlier blocking comes late', async () => {
    const person = zaloPerson();
    const earlier = chats.zalo.webhooks.signed({ event_name: 'unfollow', follower: { id: person.userId } });
    app.clock.advance(60_000);
    chats.zalo.says(person, 'chào');
    await chats.deliver();
    await fetch(`${chats.url}/webhooks/zalo-oa`, { method: 'POST', body: earlier.body, headers: earlier.headers });
    await chats.deliver();
    expect(await stateOf('zalo-oa', person.userId)).toMatchObject({ gone_at: null });
    chats.zalo.unfollows(person);
    await chats.deliver();
    expect(await stateOf('zalo-oa', person.userId)).toMatchObject({ gone_code: 'UNFOLLOW' });
  });

  it('counts our texts anew with each word of its owner, the answer included', async () => {
    const person = zaloPerson();
    await tie(app, 'zalo-oa', person.userId, leader().id);
    chats.zalo.says(person, 'việc');
    await chats.deliver(2);
    expect(await stateOf('zalo-oa', person.userId)).toMatchObject({ sent_since: 1 });
    app.clock.advance(5_000);
    chats.zalo.says(person, 'việc');
    await chats.deliver(2);
    expect(await stateOf('zalo-oa', person.userId)).toMatchObject({ sent_since: 1 });
  });
});

describe('the two ids of one person at Zalo', () => {
  it('are joined by a webhook that carries both', async () => {
    const person = zaloPerson();
    await tie(app, 'zalo-app', person.appUserId, leader().id);
    expect(await ownerOf('zalo-oa', person.userId)).toBeUndefined();
    chats.zalo.says(person, 'việc');
    await chats.deliver(2);
    expect(await ownerOf('zalo-oa', person.userId)).toBe(leader().id);
    expect(person.received.at(-1)?.text).toMatch(/không có việc nào đang mở/);
  });
});

describe('a wish that the data be deleted', () => {
  it('ends the accounts of that platform and forgets their addresses, and keeps what the commune has counted', async () => {
    const person = zaloPerson();
    await tie(app, 'zalo-oa', person.userId, leader().id);
    chats.zalo.says(person, '3 lượt dịch vụ công');
    await chats.deliver();
    chats.zalo.withdraws(person);
    await chats.deliver(2);
    expect([await ownerOf('zalo-oa', person.userId), await ownerOf('zalo-app', person.appUserId)]).toEqual([
      undefined,
      undefined,
    ]);
    for (const table of ['address_states', 'chat_questions', 'chat_hints', 'chat_said'])
      expect(await app.database.rows(sql`select 1 from ${raw(table)} where address = ${person.userId}`)).toEqual([]);
    expect(
      await app.database.rows(sql`select 1 from webhook_events where body::text like ${`%${person.userId}%`}`),
    ).toEqual([]);
    expect(
      await app.database.rows(sql`select 1 from counted_lines where team_id = ${village.teams[0]!.id}`),
    ).toHaveLength(1);
  });
});

describe('a button under an order', () => {
  it('accepts on Telegram, and a colleague who presses later is told who was first', async () => {
    const [first, second] = [5_120_011, 5_120_012];
    chats.telegram.person(first);
    chats.telegram.person(second);
    await tie(app, 'telegram', String(first), leader().id);
    await tie(app, 'telegram', String(second), village.teams[0]!.deputy.id);
    await issueOrder(app, village);
    await app.drain();
    app.clock.advance(3_000);
    chats.telegram.press(first, 'Nhận việc');
    await chats.deliver(2);
    app.clock.advance(3_000);
    chats.telegram.press(second, 'Nhận việc');
    await chats.deliver(2);
    expect(chats.telegram.received(first).at(-1)?.text).toMatch(/^Đã nhận việc/);
    expect(chats.telegram.received(second).at(-1)?.text).toMatch(new RegExp(`${leader().fullName} đã nhận thay Tổ`));
    expect(chats.telegram.answers).toHaveLength(2);
  });

  it('means nothing in the hands of somebody of another team, or of nobody', async () => {
    const stranger = 5_120_021;
    chats.telegram.person(stranger);
    const { taskIds } = await issueOrder(app, village);
    const other = await buildVillage(app, { hamlets: 1 });
    const outsider = 5_120_022;
    chats.telegram.person(outsider);
    await tie(app, 'telegram', String(outsider), other.teams[0]!.leader.id);
    for (const id of [stranger, outsider]) {
      chats.telegram.chats.add(id, {
        topicId: null,
        text: 'chuyển tiếp',
        buttons: [{ text: 'Nhận việc', callback_data: `accept:${taskIds[0]}` }],
        at: app.clock.now(),
      });
      chats.telegram.press(id, 'Nhận việc');
    }
    await chats.deliver(2);
    expect(await app.database.one(sql`select state from tasks where id = ${taskIds[0]}`)).toEqual({
      state: 'assigned',
    });
    expect(chats.telegram.received(outsider).at(-1)?.text).toMatch(/chưa được làm việc này ở đây/);
    expect(chats.telegram.received(stranger).at(-1)?.text).toMatch(/chưa gắn với ai/);
  });
});

describe('an answer that the platform does not take', () => {
  it('is said again later, and what was ordered has counted once', async () => {
    const id = 5_120_031;
    chats.telegram.person(id);
    await tie(app, 'telegram', String(id), leader().id);
    chats.telegram.fail('json-500', 1);
    chats.telegram.fail('flood', 1);
    chats.telegram.write(id, '6 lượt dịch vụ công');
    await chats.deliver(2, 'postponed');
    expect(chats.telegram.received(id)).toEqual([]);
    app.clock.advance(30_000);
    await app.get(WorkWebhooks).sweep();
    await app.drain();
    expect(chats.telegram.received(id).map(({ text }) => text)).toEqual([expect.stringMatching(/^Đã ghi ngày/)]);
    expect(
      await app.database.rows(sql`select value from counted_lines where team_id = ${village.teams[0]!.id}`),
    ).toEqual([{ value: 6 }]);
  });
});

describe('what one person writes', () => {
  it('is worked in the order in which it came, also when everything comes at once', async () => {
    const person = zaloPerson();
    const { code } = await app.get(MembershipApi).freshInvite(leader().id);
    chats.zalo.bot.hears(person, `LIENKET ${code}`);
    chats.zalo.bot.hears(person, '2 lượt dịch vụ công');
    chats.zalo.bot.hears(person, 'HUYLIENKET');
    chats.zalo.bot.hears(person, '3 lượt dịch vụ công');
    await chats.deliver(2);
    expect(person.received.map(({ text }) => text.split(/[\n.]/)[0])).toEqual([
      expect.stringMatching(/^Đã gắn tài khoản này/),
      expect.stringMatching(/^Đã ghi ngày/),
      'Đã thôi gắn tài khoản này',
      'Chào bác',
    ]);
    expect(
      await app.database.rows(sql`select value from counted_lines where team_id = ${village.teams[0]!.id}`),
    ).toEqual([{ value: 2 }]);
  });

  it('is answered in their language', async () => {
    const person = zaloPerson();
    await tie(app, 'zalo-bot', person.botChatId, leader().id);
    await app.database.rows(sql`update people set language = 'en' where id = ${leader().id}`);
    chats.zalo.bot.hears(person, 'việc');
    await chats.deliver();
    expect(person.received.at(-1)?.text).toBe('Your team has no open task now.');
  });
});

it('notes when the account takes our right to call', async () => {
  chats.zalo.webhooks.oa({ event_name: 'permission_revoked', oa_id: chats.zalo.world.settings.oaId });
  await chats.deliver(2);
  expect(await app.database.rows(sql`select detail from channel_log where kind = 'token_alarm'`)).toEqual([
    { detail: 'permission-revoked' },
  ]);
});
