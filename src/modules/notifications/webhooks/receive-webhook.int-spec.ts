// @everyday
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { RefusedCalls } from '#modules/notifications';
import { sql } from '#platform/database';
import { Queues } from '#platform/queue';
import { EraseOld } from '#platform/retention';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { botSecret, type Chats, startChats, telegramSecret } from '../../../../test/support/platforms/chats.ts';
import { until } from '../../../../test/support/platform.ts';
import { WebhookQueue } from './webhook-queue.ts';
import { WorkWebhooks } from './work-webhooks.ts';

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

const post = (channel: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(`${chats.url}/webhooks/${channel}`, { method: 'POST', body: body as BodyInit, headers });
const events = (channel: string) =>
  app.database.rows<{
    id: string;
    kind: string;
    body: unknown;
    done_at: Date | null;
    attempts: number;
    failed: boolean;
  }>(sql`select * from webhook_events where channel = ${channel} order by received_at, id`);
const update = (id: number, text = 'xin chào') =>
  JSON.stringify({
    update_id: id,
    message: {
      message_id: id,
      date: 1_655_787_600,
      chat: { id: 5_110_077, type: 'private', first_name: 'Người lạ' },
      from: { id: 5_110_077, is_bot: false, first_name: 'Người lạ' },
      text,
    },
  });
const json = { 'content-type': 'application/json' };
const fromTelegram = { ...json, 'x-telegram-bot-api-secret-token': telegramSecret };
const refusals = () => Object.values(app.get(RefusedCalls).totals()).reduce((a, b) => a + b, 0);

describe('a webhook', () => {
  it('is registered with Telegram and the Zalo bot when the worker starts', () => {
    expect(chats.telegram.calls.find(({ method }) => method === 'setWebhook')?.params).toMatchObject({
      url: `${chats.url}/webhooks/telegram`,
      secret_token: telegramSecret,
    });
    expect(chats.zalo.webhooks.url('bot')).toBe(`${chats.url}/webhooks/zalo-bot`);
  });

  it('answers after one insert: nothing of the event has been worked when the platform is let go', async () => {
    const work = jest.spyOn(app.get(WorkWebhooks), 'work').mockResolvedValue();
    const response = await post('telegram', update(1), fromTelegram);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(await events('telegram')).toMatchObject([{ kind: 'text', done_at: null, attempts: 0 }]);
    await app.drain();
    work.mockRestore();
  });

  it('is found by the sweep when its job was lost, worked once, and nothing of what was written stays', async () => {
    expect(await app.get(WorkWebhooks).sweep()).toBe(0);
    app.clock.advance(21_000);
    expect(await app.get(WorkWebhooks).sweep()).toBe(1);
    await app.drain();
    expect(await events('telegram')).toMatchObject([{ attempts: 1, body: null, failed: false }]);
    expect((await events('telegram'))[0]?.done_at).not.toBeNull();
    expect(await app.get(WorkWebhooks).sweep()).toBe(0);
  });

  it('is taken when the queue is down', async () => {
    const add = jest.spyOn(app.get(Queues), 'addMany').mockRejectedValue(new Error('away'));
    expect((await post('telegram', update(2), fromTelegram)).status).toBe(200);
    add.mockRestore();
    app.clock.advance(21_000);
    await app.get(WorkWebhooks).sweep();
    await app.drain();
    expect((await events('telegram')).every(({ done_at }) => done_at !== null)).toBe(true);
  });

  it('counts an event once, however often it is delivered and in whatever order', async () => {
    for (const id of [9, 7, 8, 7, 9, 9]) expect((await post('telegram', update(id), fromTelegram)).status).toBe(200);
    await app.drain();
    expect(await events('telegram')).toHaveLength(5);
  });

  it('is taken by one process and worked by another', async () => {
    const api = await startApp({
      DATABASE_URL: app.databaseUrl,
      ROLE: 'api',
      CLOCK: app.clock.now().toISOString(),
      TELEGRAM_BOT_TOKEN: chats.telegram.token,
      TELEGRAM_API_ROOT: chats.telegram.url,
      TELEGRAM_WEBHOOK_SECRET: telegramSecret,
    });
    const request = { method: 'POST', url: '/webhooks/telegram', payload: update(20), headers: fromTelegram } as const;
    expect((await api.nest.inject(request)).statusCode).toBe(200);
    await api.get(WebhookQueue).settled();
    await until(async () => (await events('telegram')).every(({ done_at }) => done_at !== null));
    expect(await events('telegram')).toHaveLength(6);
  });

  it('of a channel that is off is not there', async () => {
    const bare = await startApp();
    for (const channel of ['telegram', 'zalo-oa', 'zalo-bot', 'email', 'zalo-gmf', 'nothing']) {
      const answer = await bare.nest.inject({
        method: 'POST',
        url: `/webhooks/${channel}`,
        payload: '{}',
        headers: fromTelegram,
      });
      expect([channel, answer.statusCode]).toEqual([channel, 404]);
    }
    expect((await post('email', '{}')).status).toBe(404);
  });

  it('keeps the sample with which Zalo tries the address out of the rows', async () => {
    expect(chats.zalo.webhooks.attempts[0]).toMatchObject({ event: 'user_send_text', result: 200 });
    expect(await events('zalo-oa')).toEqual([]);
  });

  it('leaves the reading of JSON in the API as it is', async () => {
    const answer = await app.nest.inject({
      method: 'POST',
      url: '/api/v1/session/password',
      payload: '{',
      headers: json,
    });
    expect(answer.json()).toMatchObject({ status: 400, title: expect.stringMatching(/not valid JSON/) });
  });
});

describe('a forged call', () => {
  it('without a signature is told 401, with a wrong one 403, and neither learns why', async () => {
    const before = refusals();
    const wrong = {
      ...json,
      'x-telegram-bot-api-secret-token': `${telegramSecret}x`,
      'x-bot-api-secret-token': 'nothing',
    };
    const zevent = { ...json, 'x-zevent-signature': `mac=${'0'.repeat(64)}` };
    const told = [
      await post('telegram', update(50), json),
      await post('zalo-oa', '{}', json),
      await post('zalo-bot', '{}', json),
      await post('telegram', update(50), wrong),
      await post('zalo-bot', '{}', wrong),
      await post('zalo-oa', JSON.stringify({ timestamp: String(app.clock.now().getTime()) }), zevent),
    ];
    expect(told.map(({ status }) => status)).toEqual([401, 401, 401, 403, 403, 403]);
    expect(await Promise.all(told.map((response) => response.text()))).toEqual(Array(6).fill(''));
    expect(refusals() - before).toBe(6);
    expect(app.get(RefusedCalls).totals()).toMatchObject({ 'telegram no-signature': 1, 'telegram wrong-signature': 1 });
  });

  it('larger than 256 KB is cut off and counted', async () => {
    const before = refusals();
    const answer = await app.nest.inject({
      method: 'POST',
      url: '/webhooks/telegram',
      payload: Buffer.alloc(262_145, 32),
      headers: fromTelegram,
    });
    expect([answer.statusCode, answer.payload, refusals() - before]).toEqual([413, '', 1]);
  });

  it('is refused and counted, whichever byte of the body or of the signature is another', async () => {
    const { body, headers } = chats.zalo.webhooks.signed({
      event_name: 'user_send_text',
      sender: { id: '5010000000000009' },
      message: { msg_id: 'forged', text: 'nhận' },
    });
    const [before, rows] = [refusals(), (await events('zalo-oa')).length];
    let sent = 0;
    const bytes = Buffer.from(body);
    const mac = headers['x-zevent-signature'] as string;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.record({ at: fc.nat(bytes.length - 1), by: fc.integer({ min: 1, max: 255 }) }).map(({ at, by }) => {
            const forged = Buffer.from(bytes);
            forged[at] = (forged[at] as number) ^ by;
            return { payload: forged, signature: mac };
          }),
          fc.nat(bytes.length - 1).map((length) => ({ payload: bytes.subarray(0, length), signature: mac })),
          fc
            .uint8Array({ minLength: 32, maxLength: 32 })
            .map((sum) => ({ payload: bytes, signature: `mac=${Buffer.from(sum).toString('hex')}` })),
          fc.string().map((suffix) => ({
            payload: bytes,
            signature: `mac=${createHash('sha256').update(suffix).update(bytes).digest('hex')}`,
          })),
        ),
        async ({ payload, signature }) => {
          sent += 1;
          const answer = await app.nest.inject({
            method: 'POST',
            url: '/webhooks/zalo-oa',
            payload,
            headers: { ...headers, 'x-zevent-signature': signature },
          });
          return answer.statusCode === 403 && answer.payload === '';
        },
      ),
      { numRuns: 500 },
    );
    expect(refusals() - before).toBe(sent);
    expect(await events('zalo-oa')).toHaveLength(rows);
    expect((await post('zalo-oa', body, headers)).status).toBe(200);
  });

  it('that repeats an old signed body is refused as too old', async () => {
    const { body, headers } = chats.zalo.webhooks.signed({
      event_name: 'follow',
      follower: { id: '5010000000000010' },
    });
    app.clock.advance(3 * 3_600_000);
    expect((await post('zalo-oa', body, headers)).status).toBe(403);
    expect(app.get(RefusedCalls).totals()).toMatchObject({ 'zalo-oa too-old': 1 });
  });

  it('cannot hang a bot’s secret on another bot', async () => {
    expect((await post('zalo-bot', '{}', { ...json, 'x-bot-api-secret-token': telegramSecret })).status).toBe(403);
    expect((await post('zalo-bot', '{}', { ...json, 'x-bot-api-secret-token': botSecret })).status).toBe(200);
  });
});

it('is forgotten when no platform would send it again', async () => {
  app.clock.advance(8 * 86_400_000);
  await app.get(EraseOld).run();
  expect([...(await events('telegram')), ...(await events('zalo-oa'))]).toEqual([]);
});
