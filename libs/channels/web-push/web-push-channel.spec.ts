import webPush from 'web-push';
import { type PushEmulator, startPushEmulator } from '../../../test/emulators/push.ts';
import type { Channel, NeutralMessage, SendResult } from '../channel.ts';
import { type PushAddress, webPushAddress } from './web-push-address.ts';
import { createWebPushChannel, type WebPushSettings } from './web-push-channel.ts';

const order: NeutralMessage = {
  language: 'vi',
  title: 'Việc mới: đưa 5 sản phẩm OCOP lên sàn',
  paragraphs: ['Chậm nhất hết ngày 24/11.'],
  footer: 'Vì bạn là Tổ trưởng.',
  link: { label: 'Mở việc', url: 'https://to-so.example/app/#/viec/1' },
};
const keys = webPush.generateVAPIDKeys();
const settings: WebPushSettings = { ...keys, subject: 'mailto:van-hanh@to-so.example', hosts: ['127.0.0.1'] };

let push: PushEmulator;
let channel: Channel<PushAddress>;
let subscription: PushAddress;

beforeEach(async () => {
  push = await startPushEmulator({ now: () => new Date(), publicKey: keys.publicKey });
  channel = createWebPushChannel(settings);
  subscription = webPushAddress.parse(push.subscribe('phone'))!;
});
afterEach(() => push.stop());

function send(message = order, deliveryKey = 'd', to = subscription, by = channel): Promise<SendResult> {
  return by.send(to, by.render(message), { deliveryKey, attempt: 1, signal: new AbortController().signal });
}

describe('web push', () => {
  it('is read by that browser alone, and a repeated attempt replaces the first', async () => {
    expect(await send()).toEqual({ ok: true, providerId: null });
    expect(await send()).toMatchObject({ ok: true });
    expect(push.received('phone')).toEqual([
      {
        payload: { v: 1, title: order.title, body: 'Chậm nhất hết ngày 24/11.', url: order.link!.url, lang: 'vi' },
        topic: expect.stringMatching(/^[\w-]{32}$/),
        ttl: 172_800,
      },
    ]);
    await send(order, 'another');
    expect(push.received('phone')).toHaveLength(2);
  });

  it('stays below 3 kB, cut at a whole character', async () => {
    const [part] = channel.render({ ...order, title: 'Ổ"'.repeat(900), paragraphs: ['Ổ\n"'.repeat(4_000)] });
    expect(Buffer.byteLength(part!.text)).toBeLessThanOrEqual(3_000);
    expect(part!.text).not.toContain('\uFFFD');
    expect(await send({ ...order, paragraphs: ['Ổ\n"'.repeat(4_000)] })).toMatchObject({ ok: true });
  });

  it.each([
    [404, { cls: 'RECIPIENT_GONE' }],
    [410, { cls: 'RECIPIENT_GONE' }],
    [413, { cls: 'PERMANENT' }],
    [400, { cls: 'PERMANENT' }],
    [401, { cls: 'REAUTH' }],
    [403, { cls: 'REAUTH' }],
    [429, { cls: 'RETRY_AFTER', retryAfterMs: 60_000 }],
    [500, { cls: 'AMBIGUOUS' }],
  ])('ends a %i as the table says', async (status, expected) => {
    push.answer('phone', status);
    expect(await send()).toMatchObject({ ok: false, code: String(status), ...expected });
  });

  it('waits as long as the service asks for', async () => {
    push.answer('phone', 429, '17');
    expect(await send()).toMatchObject({ cls: 'RETRY_AFTER', retryAfterMs: 17_000 });
    push.answer('phone', 503, '5');
    expect(await send()).toMatchObject({ cls: 'RETRY_AFTER', retryAfterMs: 5_000 });
  });

  it('is refused under another pair of keys', async () => {
    expect(
      await send(order, 'd', subscription, createWebPushChannel({ ...settings, ...webPush.generateVAPIDKeys() })),
    ).toMatchObject({ cls: 'REAUTH' });
  });

  it('is ambiguous when no answer comes and may be repeated when nobody listens', async () => {
    push.answer('phone', 'hang');
    expect(await send(order, 'd', subscription, createWebPushChannel({ ...settings, timeoutMs: 1_500 }))).toMatchObject(
      {
        cls: 'AMBIGUOUS',
      },
    );
    // Another address: a connection that is kept from before is broken, not refused.
    const nobody = await startPushEmulator({ now: () => new Date(), publicKey: keys.publicKey });
    const there = webPushAddress.parse(nobody.subscribe('phone'))!;
    await nobody.stop();
    expect(await send(order, 'd', there)).toMatchObject({ cls: 'RETRYABLE', code: 'ECONNREFUSED' });
  });

  it('goes to no host that a browser invented', async () => {
    const inside = { ...subscription, endpoint: 'http://169.254.169.254/latest' };
    expect(channel.canSend(inside, order, new Date())).toEqual({ kind: 'deny', reason: 'unknown-push-service' });
    expect(await send(order, 'd', inside)).toMatchObject({ cls: 'RECIPIENT_GONE' });
    const real = createWebPushChannel({ ...settings, hosts: undefined } as never);
    expect(
      real.canSend({ ...subscription, endpoint: 'https://fcm.googleapis.com/fcm/send/x' }, order, new Date()),
    ).toMatchObject({ kind: 'allow' });
    expect(
      real.canSend({ ...subscription, endpoint: 'https://fcm.googleapis.com.example/x' }, order, new Date()),
    ).toMatchObject({ kind: 'deny' });
  });

  it('lets neither endpoint nor keys out with a failure', async () => {
    for (const status of [400, 404, 410, 429, 500]) {
      push.answer('phone', status);
      expect(JSON.stringify(await send())).not.toMatch(
        new RegExp(`127\\.0\\.0\\.1|${subscription.auth}|${keys.privateKey}`),
      );
    }
  });

  it.each([
    '',
    '{}',
    'null',
    '{"endpoint":"ftp://x","keys":{}}',
    '{"endpoint":"https://x","keys":{"p256dh":"AA","auth":"AA"}}',
  ])('takes %j for no subscription', (text) => {
    expect(webPushAddress.parse(text)).toBeUndefined();
  });

  it('keeps a subscription as text and back', () => {
    expect(webPushAddress.parse(webPushAddress.format(subscription))).toEqual(subscription);
  });
});
