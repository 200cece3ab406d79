/**
 * What strangers send in the name of a platform: 10,000 changed copies of each kind of proof. None is accepted, each is
 * refused for a reason, and the refusals are counted by reason, so that a reason that never comes would be seen.
 */
import fc from 'fast-check';
import { makeLaunchKeys, signLaunch } from '../../test/emulators/telegram-launch.ts';
import { checkString, pairsOf } from './telegram/init-data.ts';
import { loginByInitData, MemoryReplayCache } from './telegram/replay-cache.ts';
import { verifyTelegramWebhook } from './telegram/telegram-webhook.ts';
import { verifyBotWebhook } from './zalo-bot/bot-inbound.ts';
import { signOaWebhook, verifyOaWebhook } from './zalo-oa/oa-webhook.ts';

const RUNS = 10_000;
const now = new Date('2026-11-25T02:00:00Z');

interface Tally {
  accepted: number;
  refused: Map<string, number>;
}

/** Runs the check on every case; a case is `undefined` when the change happened to change nothing. */
async function tally<C>(cases: fc.Arbitrary<C>, check: (forged: C) => Promise<string | undefined>): Promise<Tally> {
  const counted: Tally = { accepted: 0, refused: new Map() };
  const property = fc.asyncProperty(cases, async (forged) => {
    const reason = await check(forged);
    if (reason === undefined) counted.accepted += 1;
    else counted.refused.set(reason, (counted.refused.get(reason) ?? 0) + 1);
    return reason !== undefined;
  });
  await fc.assert(property, { numRuns: RUNS });
  return counted;
}

const sum = ({ refused }: Tally): number => [...refused.values()].reduce((total, count) => total + count, 0);
const reasons = ({ refused }: Tally): string[] => [...refused.keys()].toSorted();

/** Ways in which a text on a wire is another one: cut, overwritten, lengthened, a letter's case, two parts swapped. */
function changed(text: string, more: readonly string[] = []): fc.Arbitrary<string> {
  const at = fc.nat(text.length - 1);
  const put = fc.oneof(fc.string({ minLength: 1, maxLength: 4 }), fc.constantFrom(...more, '\0', ' ', 'đ'));
  return fc
    .oneof(
      fc.tuple(at, put).map(([place, letters]) => text.slice(0, place) + letters + text.slice(place + 1)),
      fc.tuple(at, put).map(([place, letters]) => text.slice(0, place) + letters + text.slice(place)),
      at.map((length) => text.slice(0, length)),
      fc.tuple(at, at).map(([one, other]) => text.slice(Math.min(one, other)) + text.slice(0, Math.max(one, other))),
      at.map((place) => text.slice(0, place) + text.slice(place + 1)),
      put.map((letters) => text + letters),
    )
    .filter((other) => other !== text);
}

describe('launch data of Telegram', () => {
  const botToken = '7000000001:AAinvented_token_of_a_test_bot_00001';
  const keys = makeLaunchKeys(botToken);
  const seconds = now.getTime() / 1000;
  const launch = (authDate = seconds, start = 'viec_1') =>
    signLaunch(keys, {
      query_id: 'AAH',
      user: '{"id":511,"first_name":"Lê"}',
      auth_date: String(authDate),
      start_param: start,
    });
  const original = launch();
  const meaning = (raw: string) => checkString(pairsOf(raw) ?? new Map(), []);

  it('is refused when it is changed, stale, of the future, of another bot or used before', async () => {
    const used = new MemoryReplayCache(() => now);
    await loginByInitData(original, { kind: 'hmac', botToken }, { now }, used);
    const strangers = makeLaunchKeys('7000000001:AAanother_token_of_a_test_bot_00002');
    const cases = fc.oneof(
      { weight: 6, arbitrary: changed(original, ['&', '=', '%', '%00', '&hash=', '%0Aauth_date=1']) },
      fc.integer({ min: 3_661, max: 10 ** 8 }).map((age) => launch(seconds - age)),
      fc.integer({ min: 61, max: 10 ** 8 }).map((ahead) => launch(seconds + ahead)),
      fc.nat().map((n) => signLaunch(strangers, { user: '{"id":511}', auth_date: String(seconds), n: String(n) })),
      // Once used, worth nothing: as it was, in another order, or written in another way.
      fc.shuffledSubarray(original.split('&'), { minLength: 6 }).map((pairs) => pairs.join('&')),
      fc.constantFrom(original, original.replaceAll('%22', '"'), original.replaceAll('_', '%5F')),
    );
    const counted = await tally(cases, async (raw) => {
      const result = await loginByInitData(raw, { kind: 'hmac', botToken }, { now }, used);
      if (result.ok) return undefined;
      // The very same content may only ever be a replay, never a second login.
      if (result.reason === 'replayed') expect(meaning(raw)).toBe(meaning(original));
      return result.reason;
    });
    expect(counted.accepted).toBe(0);
    expect(sum(counted)).toBe(RUNS);
    expect(reasons(counted)).toEqual(['from-the-future', 'malformed', 'replayed', 'too-old', 'wrong-signature']);
  });
});

describe('updates of Telegram', () => {
  const secret = 'a-secret-of-the-webhook';
  const body = JSON.stringify({ update_id: 7, message: { chat: { id: 511, type: 'private' }, text: 'nhận' } });

  it('are refused without the secret, and with it when they are no update', async () => {
    const unreadable = fc.oneof(
      changed(body).filter((text) => !isUpdate(text)),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.constant(' '.repeat(1_000_001)),
    );
    const cases = fc.oneof(
      { weight: 4, arbitrary: fc.record({ given: changed(secret, [secret]), raw: fc.constant(body) }) },
      { weight: 4, arbitrary: fc.record({ given: fc.string({ maxLength: 300 }), raw: fc.constant(body) }) },
      { weight: 1, arbitrary: fc.record({ given: fc.constant(undefined), raw: fc.constant(body) }) },
      { weight: 3, arbitrary: fc.record({ given: fc.constant(secret), raw: unreadable }) },
    );
    const counted = await tally<{ given: string | undefined; raw: string }>(cases, async ({ given, raw }) => {
      const headers = { 'x-telegram-bot-api-secret-token': given };
      const verified = verifyTelegramWebhook(secret, headers, Buffer.from(raw), now);
      return verified.ok ? undefined : verified.reason;
    });
    expect(counted.accepted).toBe(0);
    expect(sum(counted)).toBe(RUNS);
    expect(reasons(counted)).toEqual(['no-signature', 'not-readable', 'too-large', 'wrong-signature']);
  });
});

function isUpdate(text: string): boolean {
  try {
    return Number.isSafeInteger((JSON.parse(text) as { update_id?: unknown } | null)?.update_id);
  } catch {
    return false;
  }
}

describe('signatures of the Official Account', () => {
  const by = { appId: '4100000000000000001', oaSecretKey: 'oa-secret-key-of-the-test' };
  const sign = (timestamp: number, appId = by.appId, key = by.oaSecretKey) => {
    const body = JSON.stringify({ app_id: appId, timestamp: String(timestamp), event_name: 'follow' });
    const mac = signOaWebhook({ appId: by.appId, oaSecretKey: key }, Buffer.from(body), String(timestamp));
    return { body, header: `mac=${mac}` };
  };
  const original = sign(now.getTime() - 1_000);

  it('are refused when body, sum, key, app or time are others', async () => {
    const HOUR = 3_600_000;
    const cases = fc.oneof(
      { weight: 4, arbitrary: changed(original.body, ['"', ',']).map((body) => ({ ...original, body })) },
      {
        weight: 4,
        // `mac=` may be missing and the sum may be in capitals: that is the same sum.
        arbitrary: changed(original.header)
          .filter((header) => bare(header) !== bare(original.header))
          .map((header) => ({ ...original, header })),
      },
      fc.integer({ min: 2 * HOUR + 1, max: 10 ** 11 }).map((age) => sign(now.getTime() - age)),
      fc.integer({ min: 60_001, max: 10 ** 11 }).map((ahead) => sign(now.getTime() + ahead)),
      fc.string({ minLength: 1 }).map((key) => sign(now.getTime(), by.appId, `${key}-of-somebody`)),
      fc.nat().map((n) => sign(now.getTime(), `42${n}`)),
      // Two calls whose sums were swapped.
      fc.integer({ min: 2, max: 999 }).map((age) => ({ ...original, header: sign(now.getTime() - age).header })),
    );
    const counted = await tally(cases, async ({ body, header }) => {
      const verified = verifyOaWebhook(by, { 'x-zevent-signature': header }, Buffer.from(body), now);
      return verified.ok ? undefined : verified.reason;
    });
    expect(counted.accepted).toBe(0);
    expect(sum(counted)).toBe(RUNS);
    expect(reasons(counted)).toEqual([
      'another-app',
      'from-the-future',
      'no-signature',
      'not-readable',
      'too-old',
      'wrong-signature',
    ]);
  });
});

const bare = (header: string): string => header.replace(/\s/g, '').replace(/^mac=/i, '').toLowerCase();

describe('updates of the Zalo bot', () => {
  const secret = 'webhook-secret-1';
  const body = JSON.stringify({ event_name: 'message.text.received', message: { message_id: 'm1', text: 'nhận' } });

  it('are refused without the secret, and with it when they cannot be read', async () => {
    const broken = fc.oneof(
      changed(body).filter((text) => !isJson(text)),
      fc.constant(' '.repeat(256 * 1024 + 1)),
    );
    const cases = fc.oneof(
      { weight: 4, arbitrary: fc.record({ given: changed(secret, [secret]), raw: fc.constant(body) }) },
      {
        weight: 4,
        arbitrary: fc.record({
          given: fc.string({ maxLength: 300 }).filter((text) => text !== secret),
          raw: fc.constant(body),
        }),
      },
      { weight: 1, arbitrary: fc.record({ given: fc.constant(undefined), raw: fc.constant(body) }) },
      { weight: 3, arbitrary: fc.record({ given: fc.constant(secret), raw: broken }) },
    );
    const counted = await tally<{ given: string | undefined; raw: string }>(cases, async ({ given, raw }) => {
      const verified = verifyBotWebhook(secret, { 'x-bot-api-secret-token': given }, Buffer.from(raw));
      return verified.ok ? undefined : verified.reason;
    });
    expect(counted.accepted).toBe(0);
    expect(sum(counted)).toBe(RUNS);
    expect(reasons(counted)).toEqual(['no-secret', 'not-readable', 'wrong-secret']);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
