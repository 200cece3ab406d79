import { isValid3rd, sign as oracleSign, validate } from '@tma.js/init-data-node';
import fc from 'fast-check';
import { makeLaunchKeys, signContact, signLaunch } from '../../../test/emulators/telegram-launch.ts';
import { checkString, type InitDataKey, pairsOf, verifyInitData } from './init-data.ts';
import { loginByInitData, MemoryReplayCache } from './replay-cache.ts';
import { verifyRequestedContact } from './request-contact.ts';

const botToken = '7000000001:AAinvented_token_of_a_test_bot_00001';
const keys = makeLaunchKeys(botToken);
const now = new Date('2026-11-25T01:00:00Z');
const seconds = now.getTime() / 1000;
const user = {
  id: 511,
  first_name: 'Lê',
  last_name: 'Thị & Mẫu',
  language_code: 'vi',
  allows_write_to_pm: true,
  of_a_later_version: [1],
};
const fields = {
  query_id: 'AAH',
  user: JSON.stringify(user),
  auth_date: String(seconds),
  start_param: 'viec_1',
  chat_type: 'group',
  chat_instance: '-42',
  of_a_later_version: 'a=b&c d+e',
};
const hmac: InitDataKey = { kind: 'hmac', botToken };
const ed25519: InitDataKey = { kind: 'ed25519', botId: '7000000001', publicKey: keys.publicKey };
const signed = (change: Record<string, string> = {}) => signLaunch(keys, { ...fields, ...change });
/** The same signed text: the later pair has become a further line of the earlier one's value. */
function asOne(raw: string, earlier: string, later: string): string {
  const pairs = new URLSearchParams(raw);
  pairs.set(earlier, `${pairs.get(earlier)}\n${later}=${pairs.get(later)}`);
  pairs.delete(later);
  return pairs.toString();
}
const check = (raw: string, key: InitDataKey = hmac) => verifyInitData(raw, key, { now });

describe.each<[string, InitDataKey]>([
  ['HMAC', hmac],
  ['Ed25519', ed25519],
])('launch data by %s', (_name, key) => {
  it('says who opened the mini-app, and keeps what is new to us', () => {
    const result = check(signed(), key);
    expect(result).toMatchObject({
      ok: true,
      launch: {
        user: { id: '511', firstName: 'Lê', lastName: 'Thị & Mẫu', allowsWriteToPm: true },
        startParam: 'viec_1',
        chatType: 'group',
      },
    });
    if (!result.ok) throw new Error(result.reason);
    expect(result.launch.fields.get('of_a_later_version')).toBe('a=b&c d+e');
    expect(result.launch.user?.fields.of_a_later_version).toEqual([1]);
  });

  it.each([
    ['too-old', { auth_date: String(seconds - 3_661) }],
    ['from-the-future', { auth_date: String(seconds + 61) }],
    ['malformed', { auth_date: 'soon' }],
    ['malformed', { user: '{' }],
    ['malformed', { user: '{"id":"511"}' }],
    ['malformed', { start_param: 'a b' }],
    ['malformed', { chat_type: 'crowd' }],
    ['no-user', { user: '{"id":5,"is_bot":true}' }],
  ])('is refused as %s: %j', (reason, change) => {
    expect(check(signed(change), key)).toEqual({ ok: false, reason });
  });

  it('allows an hour, and a minute of a clock that runs wrong', () => {
    for (const shift of [-3_660, -3_600, 0, 60])
      expect(check(signed({ auth_date: String(seconds + shift) }), key).ok).toBe(true);
  });

  it('is refused under another bot', () => {
    const other: InitDataKey =
      key.kind === 'hmac' ? { kind: 'hmac', botToken: `${botToken}2` } : { ...ed25519, botId: '7000000002' };
    expect(check(signed(), other)).toEqual({ ok: false, reason: 'wrong-signature' });
    expect(check(signed(), key.kind === 'hmac' ? { ...key, botToken: '' } : { ...key, botId: '' })).toEqual({
      ok: false,
      reason: 'not-configured',
    });
  });

  it('signs in once', async () => {
    const cache = new MemoryReplayCache(() => now);
    const raw = signed();
    expect(await loginByInitData(raw, key, { now }, cache)).toMatchObject({ ok: true });
    expect(await loginByInitData(raw, key, { now }, cache)).toEqual({ ok: false, reason: 'replayed' });
    const inAnotherOrder = raw.split('&').reverse().join('&');
    expect(await loginByInitData(inAnotherOrder, key, { now }, cache)).toEqual({ ok: false, reason: 'replayed' });
    if (key.kind === 'ed25519')
      expect(await loginByInitData(raw.replace(/hash=\w+/, 'hash=00'), key, { now }, cache)).toEqual({
        ok: false,
        reason: 'replayed',
      });
  });

  it('is never accepted after a change: 10,000 changes', () => {
    const raw = signed();
    const without = key.kind === 'hmac' ? [] : ['hash'];
    const meaning = (text: string) => {
      const pairs = pairsOf(text);
      // Padding of a signature says nothing: with or without it, the bytes are the same.
      const signature = pairs?.get('signature')?.replace(/=+$/, '');
      return pairs && checkString(signature ? new Map([...pairs, ['signature', signature]]) : pairs, without);
    };
    const original = meaning(raw);
    const at = fc.nat(raw.length - 1);
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 4 }),
      fc.constantFrom('&', '=', '%', '%00', '&user={"id":512}', '&hash=', '+', '%0Aauth_date=1'),
    );
    const mutated = fc.oneof(
      fc.tuple(at, text).map(([place, put]) => raw.slice(0, place) + put + raw.slice(place + 1)),
      fc.tuple(at, text).map(([place, put]) => raw.slice(0, place) + put + raw.slice(place)),
      fc.tuple(at, at).map(([one, other]) => raw.slice(0, Math.min(one, other)) + raw.slice(Math.max(one, other))),
      at.map((length) => raw.slice(0, length)),
      fc.nat(7).map((index) =>
        raw
          .split('&')
          .filter((_, place) => place !== index)
          .join('&'),
      ),
      fc.string({ maxLength: 200 }),
    );
    // The same pairs written in another way are the same message; in the public scheme the hash is no part of it.
    fc.assert(
      fc.property(mutated, (changed) => meaning(changed) === original || !check(changed, key).ok),
      { numRuns: 10_000 },
    );
  });
});

describe('against the published library', () => {
  it('accepts what the library signs, and signs what it accepts', () => {
    expect(() => validate(signed(), botToken, { expiresIn: 0 })).not.toThrow();
    const theirs = oracleSign(
      { user: { id: 511, first_name: 'Lê' }, chat_type: 'private', chat_instance: '1', signature: 'x' } as never,
      botToken,
      now,
    );
    expect(check(theirs)).toMatchObject({ ok: true, launch: { user: { id: '511' } } });
  });

  // docs/decisions/0089: why it does not prove launches at run time. Where one of these fails, look at that page again.
  it.each<[string, string, string]>([
    ['a launch from tomorrow', signed({ auth_date: String(seconds + 86_400) }), 'from-the-future'],
    ['two pairs passed off as one', asOne(signed(), 'start_param', 'user'), 'malformed'],
    ['a launch of nobody', signLaunch(keys, { auth_date: String(seconds) }), 'no-user'],
    ['a launch of a bot', signed({ user: '{"id":5,"is_bot":true}' }), 'no-user'],
  ])('refuses what the library lets pass: %s', (_what, raw, reason) => {
    expect(() => validate(raw, botToken, { expiresIn: 0 })).not.toThrow();
    expect(check(raw)).toEqual({ ok: false, reason });
  });

  it('proves a launch with the key that it is given, where the library knows those of Telegram only', async () => {
    expect(check(signed(), ed25519)).toMatchObject({ ok: true });
    expect(await isValid3rd(signed(), 7000000001, { expiresIn: 0 })).toBe(false);
  });

  it('agrees on 300 invented launches', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 20 });
    const launch = fc.record({
      id: fc.integer({ min: 1, max: 2 ** 52 }),
      first_name: name,
      start_param: fc.stringMatching(/^[\w-]{1,20}$/),
    });
    const property = fc.property(launch, ({ id, first_name, start_param }) => {
      const raw = signed({ user: JSON.stringify({ id, first_name }), start_param });
      expect(() => validate(raw, botToken, { expiresIn: 0 })).not.toThrow();
      expect(check(raw)).toMatchObject({ ok: true, launch: { user: { id: String(id) }, startParam: start_param } });
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('a phone number from the mini-app', () => {
  const contact = (user_id = 511, phone_number = '84511000511', date = seconds) =>
    signContact(keys, { user_id, phone_number, first_name: 'Lê' }, date);
  const verifyIt = (raw: string) => verifyRequestedContact(raw, botToken, '511', { now });

  it('is E.164 with or without the plus', () => {
    expect(verifyIt(contact())).toEqual({ ok: true, phone: '+84511000511' });
    expect(verifyIt(contact(511, '+84 511 000 511'))).toEqual({ ok: true, phone: '+84511000511' });
  });

  it("is refused when it is another person's, old, changed or no number", () => {
    expect(verifyIt(contact(512))).toEqual({ ok: false, reason: 'of-another' });
    expect(verifyIt(contact(511, '84511000511', seconds - 7_200))).toEqual({ ok: false, reason: 'too-old' });
    expect(verifyIt(contact().replace('84511000511', '84511000512'))).toEqual({ ok: false, reason: 'wrong-signature' });
    expect(verifyIt(contact(511, '0511'))).toEqual({ ok: false, reason: 'malformed' });
    expect(verifyIt('contact=%')).toEqual({ ok: false, reason: 'malformed' });
  });
});
