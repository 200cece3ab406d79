/** What platforms tell besides words: who shut the door, who came back, what arrived, whose data must go. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { MembershipApi } from '#modules/membership';
import { stopApps, type TestApp } from '../../../../test/support/app.ts';
import { botSecret, type Chats, startChats, telegramSecret, tie } from '../../../../test/support/chats.ts';
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
  }>('select last_inbound_at, sent_since, gone_at, gone_code from address_states where channel = $1 and address = $2', [
    channel,
    address,
  ]);
const ownerOf = (space: 'telegram' | 'zalo-oa' | 'zalo-app', id: string) =>
  app.get(MembershipApi).accountOwner(space, id);
const addressOf = async (channel: string, personId: string) =>
  (
    await app.database.one<{ address: string | null }>(
      'select address from addresses_at($1) where person_id = $2 and channel = $3',
      [app.clock.now(), personId, channel],
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
    for (const table of ['address_states', 'chat_questions', 'chat_hints'])
      expect(await app.database.rows(`select 1 from ${table} where address = $1`, [person.userId])).toEqual([]);
    expect(
      await app.database.rows('select 1 from webhook_events where body::text like $1', [`%${person.userId}%`]),
    ).toEqual([]);
    expect(
      await app.database.rows('select 1 from counted_lines where team_id = $1', [village.teams[0]!.id]),
    ).toHaveLength(1);
  });
});

describe('a receipt', () => {
  const receipt = (event_name: string, userId: string, message: object) => {
    chats.zalo.webhooks.oa({ event_name, sender: { id: userId }, recipient: { id: userId }, message });
    return chats.deliver(2);
  };
  /** A sent message in the Official Account. */
  async function sent(providerId: string | null, state = 'sent', channel = 'zalo-oa') {
    const order = await issueOrder(app, village);
    await app.drain();
    const row = await app.database.one<{ message_id: string }>(
      'select n.message_id from notifications n join messages m on m.id = n.message_id where m.assignment_id = $1 and n.person_id = $2',
      [order.id, leader().id],
    );
    const messageId = row!.message_id;
    const now = app.clock.now();
    const [chunk] = await app.database.rows<{ id: number }>(
      `insert into delivery_chunks (message_id, channel, due_at, size, state, unknown) values ($1, $2, $3, 1, 'done', $4) returning id`,
      [messageId, channel, now, state === 'unknown' ? 1 : 0],
    );
    await app.database.rows(
      `insert into deliveries (message_id, person_id, chunk_id, changed_at, position, channel, state, provider_id, language) values ($1, $2, $3, $4, 0, $5, $6, $7, 'vi')`,
      [messageId, leader().id, chunk?.id, now, channel, state, providerId],
    );
    return messageId;
  }
  const now = (messageId: string, channel = 'zalo-oa') =>
    app.database.one<{ state: string; seen_at: Date | null; created_at: Date }>(
      `select d.state, n.seen_at, n.created_at from deliveries d join notifications n using (message_id, person_id) where d.message_id = $1 and d.person_id = $2 and d.channel = $3`,
      [messageId, leader().id, channel],
    );

  it('says that a message has arrived, and that it was seen, never before it was sent', async () => {
    const id = v7();
    const messageId = await sent(id);
    await receipt('user_received_message', '5010000000000777', { msg_id: id });
    expect(await now(messageId)).toMatchObject({ state: 'delivered', seen_at: null });
    await receipt('user_seen_message', '5010000000000777', { msg_ids: [id] });
    const after = await now(messageId);
    expect(after!.seen_at!.getTime()).toBeGreaterThanOrEqual(after!.created_at.getTime());
  });

  it('that overtakes the writing of the send is worked again, and at last let go', async () => {
    const id = v7();
    await receipt('user_received_message', '5010000000000778', { msg_id: id });
    const messageId = await sent(id);
    expect((await now(messageId))?.state).toBe('sent');
    app.clock.advance(10_000);
    await app.get(WorkWebhooks).sweep();
    await app.drain();
    expect((await now(messageId))?.state).toBe('delivered');
    await receipt('user_received_message', '5010000000000778', { msg_id: 'nobody-knows' });
    for (const _ of [1, 2, 3]) {
      app.clock.advance(120_000);
      await app.get(WorkWebhooks).sweep();
      await app.drain();
    }
    expect(await app.database.rows('select 1 from webhook_events where done_at is null')).toEqual([]);
    expect(await app.database.rows('select 1 from webhook_events where failed')).toEqual([]);
  });

  it('settles a template that was in doubt by the mark that travelled with it', async () => {
    const messageId = await sent(null, 'unknown', 'zalo-zbs');
    const mark = createHash('sha256').update(`${messageId}:${leader().id}:zalo-zbs`).digest('hex').slice(0, 40);
    await receipt('user_received_message', '5010000000000779', { msg_id: v7(), tracking_id: mark });
    expect((await now(messageId, 'zalo-zbs'))?.state).toBe('delivered');
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
    expect(await app.database.one('select state from tasks where id = $1', [taskIds[0]])).toEqual({
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
    await chats.deliver(2);
    expect(chats.telegram.received(id)).toEqual([]);
    app.clock.advance(30_000);
    await app.get(WorkWebhooks).sweep();
    await app.drain();
    expect(chats.telegram.received(id).map(({ text }) => text)).toEqual([expect.stringMatching(/^Đã ghi ngày/)]);
    expect(
      await app.database.rows('select value from counted_lines where team_id = $1', [village.teams[0]!.id]),
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
      await app.database.rows('select value from counted_lines where team_id = $1', [village.teams[0]!.id]),
    ).toEqual([{ value: 2 }]);
  });

  it('is answered in their language', async () => {
    const person = zaloPerson();
    await tie(app, 'zalo-bot', person.botChatId, leader().id);
    await app.database.rows(`update people set language = 'en' where id = $1`, [leader().id]);
    chats.zalo.bot.hears(person, 'việc');
    await chats.deliver();
    expect(person.received.at(-1)?.text).toBe('Your team has no open task now.');
  });
});

it('notes when the account takes our right to call', async () => {
  chats.zalo.webhooks.oa({ event_name: 'permission_revoked', oa_id: chats.zalo.world.settings.oaId });
  await chats.deliver(2);
  expect(await app.database.rows(`select detail from channel_log where kind = 'token_alarm'`)).toEqual([
    { detail: 'permission-revoked' },
  ]);
});

describe('whatever stands in a genuine call', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.string(),
    fc.constantFrom(null, -1, 2 ** 60, '5110001', [], {}, 'accept:x', 'q:1:1', '/start', 'LIENKET '),
  );
  const bodies = {
    telegram: fc.record({
      update_id: fc.integer({ min: 900_000, max: 999_999 }),
      message: fc.oneof(
        anything,
        fc.record({ from: anything, chat: anything, date: anything, text: anything, contact: anything }),
        fc.record({
          from: fc.record({ id: fc.constant(5_130_001), first_name: anything }),
          chat: fc.record({ id: fc.constant(5_130_001), type: fc.constantFrom('private', 'group', 'channel') }),
          date: anything,
          text: fc.oneof(
            fc.string(),
            fc.constantFrom('nhận', '1', '99', '5 a', 'LIENKET abcdefgh', '/start x', 'việc'),
          ),
        }),
      ),
      callback_query: fc.oneof(
        anything,
        fc.record({ id: anything, from: anything, message: anything, data: anything }),
      ),
      my_chat_member: anything,
    }),
    'zalo-bot': fc.record({
      event_name: fc.constantFrom('message.text.received', 'message.image.received', 'x'),
      message: fc.oneof(
        anything,
        fc.record({ from: anything, chat: anything, text: anything, message_id: anything, date: anything }),
      ),
    }),
  };

  it.each(['telegram', 'zalo-bot'] as const)(
    '%s: is taken or refused, and no worker stumbles over it',
    async (channel) => {
      const headers = {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': telegramSecret,
        'x-bot-api-secret-token': botSecret,
      };
      await fc.assert(
        fc.asyncProperty(bodies[channel] as fc.Arbitrary<object>, async (body) => {
          const answer = await app.nest.inject({
            method: 'POST',
            url: `/webhooks/${channel}`,
            payload: JSON.stringify(body),
            headers,
          });
          return answer.statusCode === 200;
        }),
        { numRuns: 300 },
      );
      await chats.deliver();
      expect(await app.database.rows(`select kind from webhook_events where failed and kind <> 'delivered'`)).toEqual(
        [],
      );
    },
  );
});
