import fc from 'fast-check';
import { normalizeOaEvents } from './normalize-oa-events.ts';
import { signOaWebhook, verifyOaWebhook } from './oa-webhook.ts';

const by = { appId: '4100000000000000001', oaSecretKey: 'oa-secret-key-of-the-test' };
const now = new Date('2026-11-25T02:00:00Z');
const fresh = String(now.getTime() - 1_000);

function signed(event: Record<string, unknown>, timestamp = fresh) {
  const rawBody = Buffer.from(JSON.stringify({ app_id: by.appId, timestamp, ...event }));
  return { rawBody, headers: { 'x-zevent-signature': `mac=${signOaWebhook(by, rawBody, timestamp)}` } };
}
const verify = ({ rawBody, headers }: ReturnType<typeof signed>, at = now) => verifyOaWebhook(by, headers, rawBody, at);
const read = (event: Record<string, unknown>) => normalizeOaEvents(verify(signed(event)));
const says = (text: string, msgId = 'm1') => ({
  event_name: 'user_send_text',
  sender: { id: '501' },
  recipient: { id: '900' },
  user_id_by_app: '777',
  message: { msg_id: msgId, text },
});

describe('a webhook of the Official Account', () => {
  it('is taken with the right sum, with and without "mac="', () => {
    const good = signed(says('Nhận'));
    expect(verify(good).ok).toBe(true);
    const bare = good.headers['x-zevent-signature'].slice(4);
    expect(verify({ ...good, headers: { 'x-zevent-signature': `  ${bare.toUpperCase()} ` } }).ok).toBe(true);
  });

  it('is refused when it is old, from the future, of another app or without a sum', () => {
    const old = String(now.getTime() - 3 * 3_600_000);
    expect(verify(signed(says('x'), old))).toEqual({ ok: false, reason: 'too-old' });
    expect(verify(signed(says('x'), String(now.getTime() + 120_000)))).toEqual({
      ok: false,
      reason: 'from-the-future',
    });
    expect(verify(signed({ ...says('x'), app_id: '42' }))).toEqual({ ok: false, reason: 'another-app' });
    expect(verify({ ...signed(says('x')), headers: { 'x-zevent-signature': '' } })).toEqual({
      ok: false,
      reason: 'no-signature',
    });
  });

  it('is refused, not stumbled over, when an object stands where a text should', () => {
    expect(verify(signed({ ...says('x'), timestamp: { toString: {} } }))).toEqual({
      ok: false,
      reason: 'not-readable',
    });
    expect(verify(signed({ ...says('x'), app_id: { toString: {} } }))).toEqual({ ok: false, reason: 'another-app' });
    expect(read({ ...says('x'), event_name: { toString: {} } })).toEqual([]);
  });

  it('is refused by everyone who has no secret', () => {
    const good = signed(says('x'));
    expect(verifyOaWebhook({ ...by, oaSecretKey: '' }, good.headers, good.rawBody, now)).toEqual({
      ok: false,
      reason: 'not-configured',
    });
  });

  it('is never taken when a byte of the body or of the sum is another', () => {
    const good = signed(says('Tổ đã hướng dẫn 12 hộ'));
    const mac = good.headers['x-zevent-signature'].slice(4);
    const body = fc.tuple(fc.nat(good.rawBody.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, xor]) => {
      const rawBody = Buffer.from(good.rawBody);
      rawBody[at] = (rawBody[at] ?? 0) ^ xor;
      return { rawBody, headers: good.headers };
    });
    const sum = fc
      .tuple(fc.nat(63), fc.constantFrom(...'0123456789abcdef'))
      .filter(([at, digit]) => mac[at] !== digit)
      .map(([at, digit]) => ({
        rawBody: good.rawBody,
        headers: { 'x-zevent-signature': `mac=${mac.slice(0, at)}${digit}${mac.slice(at + 1)}` },
      }));
    const cut = fc
      .nat(good.rawBody.length - 1)
      .map((length) => ({ ...good, rawBody: good.rawBody.subarray(0, length) }));
    const longer = fc
      .uint8Array({ minLength: 1, maxLength: 20 })
      .map((tail) => ({ ...good, rawBody: Buffer.concat([good.rawBody, tail]) }));
    const rewritten = fc.constant({
      ...good,
      rawBody: Buffer.from(JSON.stringify(JSON.parse(good.rawBody.toString()), null, 1)),
    });
    const guessed = fc
      .stringMatching(/^[0-9a-f]{64}$/)
      .map((hex) => ({ ...good, headers: { 'x-zevent-signature': `mac=${hex}` } }));
    const anything = fc.string().map((header) => ({ ...good, headers: { 'x-zevent-signature': header } }));
    fc.assert(
      fc.property(
        fc.oneof(body, sum, cut, longer, rewritten, guessed, anything),
        (forged) => !verify(forged as typeof good).ok,
      ),
      { numRuns: 10_000 },
    );
  });
});

describe('events of the Official Account', () => {
  it('give a text as it was written', () => {
    expect(read(says('  NHẬN việc ! '))[0]).toMatchObject({
      kind: 'text',
      actor: '501',
      dedupKey: 'user_send_text:501:m1',
      data: { text: '  NHẬN việc ! ', userIdByApp: '777' },
    });
  });

  it('keep the sample of a registration out', () => {
    expect(read(says('This is testing message'))).toEqual([]);
  });

  it('read receipts in both forms, whatever their order', () => {
    const received = read({
      event_name: 'user_received_message',
      sender: { id: '900' },
      recipient: { id: '501' },
      message: { msg_id: 'a', tracking_id: 'T1' },
    });
    expect(received[0]).toMatchObject({
      kind: 'delivered',
      actor: '501',
      data: { providerIds: ['a'], trackingId: 'T1' },
    });
    const seen = (ids: string[]) =>
      read({
        event_name: 'user_seen_message',
        sender: { id: '900' },
        recipient: { id: '501' },
        message: { msg_ids: ids },
      })[0];
    expect(seen(['b', 'a'])).toMatchObject({ kind: 'seen', data: { providerIds: ['b', 'a'] } });
    expect(seen(['b', 'a'])?.dedupKey).toBe(seen(['a', 'b'])?.dedupKey);
  });

  it('tell who follows, leaves and wants their data gone', () => {
    expect(read({ event_name: 'follow', oa_id: '900', follower: { id: '501' }, source: 'qr' })[0]).toMatchObject({
      kind: 'follow',
      actor: '501',
    });
    expect(read({ event_name: 'unfollow', oa_id: '900', follower: { id: '501' } })[0]).toMatchObject({
      kind: 'unfollow',
      actor: '501',
    });
    expect(read({ event_name: 'user_withdraw', user_id_by_app: '777', sender: { id: '501' } })[0]).toMatchObject({
      kind: 'withdraw',
      actor: '501',
      data: { userIdByApp: '777' },
    });
  });

  it.each([
    ['delete_group', 'group-ended'],
    ['disperse_group', 'group-ended'],
    ['accept_request_join_group', 'group-join-accepted'],
    ['react_request_join_group', 'group-join-accepted'],
    ['user_out_group', 'group-left'],
  ])('read %s of a group as %s', (event_name, kind) => {
    expect(read({ event_name, group_id: 'g1', users: [{ id: '501' }] })[0]).toMatchObject({
      kind,
      data: { groupId: 'g1', userIds: ['501'] },
    });
  });

  it('read what is written in a group', () => {
    const [event] = read({
      event_name: 'user_send_group_text',
      sender: { id: '501' },
      recipient: { id: 'g1' },
      message: { msg_id: 'm9', text: 'xong' },
    });
    expect(event).toMatchObject({
      kind: 'group-text',
      dedupKey: 'user_send_group_text:501:m9',
      data: { groupId: 'g1', text: 'xong' },
    });
  });

  it('give an event without a message the same key when it is sent again, and another when it is another', () => {
    const follow = { event_name: 'follow', follower: { id: '501' } };
    expect(read(follow)[0]?.dedupKey).toBe(read(follow)[0]?.dedupKey);
    expect(read(follow)[0]?.dedupKey).not.toBe(read({ ...follow, source: 'qr' })[0]?.dedupKey);
  });

  it('leave alone what nobody knows', () => {
    expect(read({ event_name: 'something_new' })).toEqual([]);
  });
});
