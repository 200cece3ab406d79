import fc from 'fast-check';
import { sql } from '#platform/database';
import { stopApps, type TestApp } from '../../../../test/support/app.ts';
import { botSecret, type Chats, startChats, telegramSecret } from '../../../../test/support/platforms/chats.ts';

let chats: Chats;
let app: TestApp;
beforeAll(async () => {
  chats = await startChats();
  ({ app } = chats);
});
afterAll(async () => {
  await stopApps();
  await chats.stop();
});

describe('whatever stands in a genuine call', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom({ toString: {} }, { valueOf: null, toString: null }),
    fc.constantFrom('\0', 'a\ud800b', null, -1, 2 ** 60, '5110001', [], {}, 'accept:x', 'q:1:1', '/start', 'LIENKET '),
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
    'zalo-oa': fc.record({
      event_name: fc.constantFrom(
        'user_send_text',
        'user_send_image',
        'user_seen_message',
        'user_received_message',
        'follow',
        'unfollow',
        'user_withdraw',
        'user_send_group_text',
        'disperse_group',
        'change_template_status',
      ),
      sender: fc.oneof(anything, fc.record({ id: anything })),
      recipient: fc.oneof(anything, fc.record({ id: anything })),
      follower: anything,
      user_id_by_app: anything,
      message: fc.oneof(
        anything,
        fc.record({ msg_id: anything, msg_ids: anything, text: anything, tracking_id: anything }),
      ),
    }),
    'zalo-bot': fc.record({
      event_name: fc.constantFrom('message.text.received', 'message.image.received', 'x'),
      message: fc.oneof(
        anything,
        fc.record({ from: anything, chat: anything, text: anything, message_id: anything, date: anything }),
      ),
    }),
  };

  it.each(['telegram', 'zalo-oa', 'zalo-bot'] as const)(
    '%s: is taken or refused, and no worker stumbles over it',
    async (channel) => {
      const headers = {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': telegramSecret,
        'x-bot-api-secret-token': botSecret,
      };
      const signed = (event: object) => {
        const call = chats.zalo.webhooks.signed(event as Record<string, unknown>);
        return { payload: call.body, headers: call.headers };
      };
      await fc.assert(
        fc.asyncProperty(bodies[channel] as fc.Arbitrary<object>, async (body) => {
          const answer = await app.nest.inject({
            method: 'POST',
            url: `/webhooks/${channel}`,
            ...(channel === 'zalo-oa' ? signed(body) : { payload: JSON.stringify(body), headers }),
          });
          return answer.statusCode === 200;
        }),
        { numRuns: 300 },
      );
      await chats.deliver();
      expect(
        await app.database.rows(
          sql`select kind from webhook_events where failed and kind not in ('delivered', 'seen')`,
        ),
      ).toEqual([]);
    },
  );
});
