import fc from 'fast-check';
import { startTelegramEmulator, type TelegramEmulator } from '../../../test/emulators/telegram.ts';
import { normalizeUpdate } from './telegram-updates.ts';
import { SECRET_HEADER, verifyTelegramWebhook } from './telegram-webhook.ts';

const SECRET = 'a-secret-of-the-webhook';
const now = new Date('2026-11-25T01:00:00Z');
const bot = { id: '7000000001', username: 'to_so_bot' };
let telegram: TelegramEmulator;

beforeAll(async () => {
  telegram = await startTelegramEmulator({ now: () => now });
  telegram.person(511);
  telegram.person(512);
  telegram.group(-5110001);
});
afterAll(() => telegram.stop());

/** What the last thing that happened in Telegram means to us. */
function last() {
  const update = telegram.waiting.at(-1)!;
  return normalizeUpdate(bot, { update, receivedAt: now })[0];
}

describe('an update', () => {
  it('has a key of its own per bot and update', () => {
    const id = telegram.write(511, 'chào');
    expect(last()).toEqual({
      dedupKey: `telegram:7000000001:${id}`,
      occurredAt: now,
      actor: '511',
      kind: 'text',
      data: { address: '511', private: true, text: 'chào' },
    });
  });

  it('of a group names it, and of a topic the topic', () => {
    telegram.group(-5110002, { title: 'Xã Minh Sơn', forum: true, topics: new Map([[7, 'CNS-Thôn 1']]) });
    telegram.write(511, '/nhom', -5110002);
    expect(last()?.data).toMatchObject({ address: '-5110002', private: false, title: 'Xã Minh Sơn' });
    telegram.write(511, '/nhom', -5110002, 7);
    expect(last()?.data).toMatchObject({ address: '-5110002/7', private: false, title: 'CNS-Thôn 1' });
  });

  it.each([
    ['/start abc_DEF-1', { command: 'start', argument: 'abc_DEF-1' }],
    ['/viec', { command: 'viec', argument: '' }],
    ['/lienket@to_so_bot X1', { command: 'lienket', argument: 'X1' }],
  ])('"%s" is a command', (text, data) => {
    telegram.write(511, text);
    expect(last()).toMatchObject({ kind: 'command', data });
  });

  it('leaves commands to another bot of the group alone', () => {
    telegram.write(511, '/start@another_bot', -5110001);
    expect(last()).toBeUndefined();
  });

  it('keeps the topic in which somebody wrote', () => {
    telegram.write(511, '/nhom', -5110001, 7);
    expect(last()).toMatchObject({ data: { address: '-5110001/7', private: false } });
  });

  it('believes a phone number only of its own sender', () => {
    telegram.shareContact(511);
    expect(last()).toMatchObject({ kind: 'contact', actor: '511', data: { phone: '+84511000511' } });
    telegram.shareContact(511, 512);
    expect(last()).toMatchObject({ kind: 'contact-of-another' });
    expect(JSON.stringify(last())).not.toContain('84511');
  });

  it('tells that a person blocked or opened the bot, and that a group threw it out or moved', () => {
    telegram.block(511);
    expect(last()).toMatchObject({ kind: 'blocked', actor: '511' });
    telegram.block(511, false);
    expect(last()).toMatchObject({ kind: 'unblocked', actor: '511' });
    telegram.removeFromGroup(-5110001, 512);
    expect(last()).toMatchObject({ kind: 'group-left', actor: '512', data: { address: '-5110001' } });
    const { newId } = telegram.migrate(-5110001);
    expect(last()).toMatchObject({ kind: 'group-moved', data: { address: '-5110001', movedTo: String(newId) } });
  });

  it('is nothing when a bot, a channel or nobody wrote it', () => {
    const chat = { id: 5, type: 'private' };
    for (const message of [
      { chat, text: 'x', from: { id: 5, is_bot: true } },
      { chat: { id: -1005, type: 'channel' }, text: 'x', from: { id: 5 } },
      { chat, text: 'x' },
    ]) {
      expect(normalizeUpdate(bot, { update: { update_id: 1, message }, receivedAt: now })).toEqual([]);
    }
  });
});

describe('a webhook call', () => {
  const body = Buffer.from('{"update_id":1}');
  const check = (secret: string | undefined, given: string | undefined, raw = body) =>
    verifyTelegramWebhook(secret, { [SECRET_HEADER]: given }, raw, now);

  it('is taken with the right secret', () => {
    expect(check(SECRET, SECRET)).toEqual({ ok: true, body: { update: { update_id: 1 }, receivedAt: now } });
  });

  it.each([
    ['not-configured', check(undefined, SECRET)],
    ['not-configured', check('', '')],
    ['no-signature', check(SECRET, undefined)],
    ['wrong-signature', check(SECRET, '')],
    ['wrong-signature', check(SECRET, `${SECRET}x`, Buffer.from('no JSON'))],
    ['not-readable', check(SECRET, SECRET, Buffer.from('no JSON'))],
    ['not-readable', check(SECRET, SECRET, Buffer.from('[]'))],
    ['not-readable', check(SECRET, SECRET, Buffer.from('{"update_id":"1"}'))],
    ['too-large', check(SECRET, SECRET, Buffer.alloc(1_000_001, 32))],
  ])('is refused: %s', (reason, verified) => {
    expect(verified).toEqual({ ok: false, reason });
  });

  it('is refused with any other secret', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (given) => given === SECRET || !check(SECRET, given).ok),
      { numRuns: 5_000 },
    );
  });
});

it("no invented update throws, and none makes another one's phone a proven one", () => {
  const value = fc.oneof(
    fc.constantFrom(511, 512, -100511, 'private', 'group', true, null, '+84511000512'),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const party = fc.dictionary(
    fc.constantFrom('id', 'type', 'is_bot', 'user_id', 'phone_number', 'status', 'title', 'user'),
    value,
  );
  const inner = fc.oneof(value, party);
  const message = fc.dictionary(
    fc.constantFrom(
      'chat',
      'from',
      'contact',
      'text',
      'date',
      'forward_origin',
      'message',
      'data',
      'new_chat_member',
      'message_thread_id',
      'migrate_to_chat_id',
    ),
    inner,
  );
  const update = fc.record(
    {
      update_id: fc.oneof(fc.nat(), value),
      message: fc.oneof(message, value),
      callback_query: fc.oneof(message, value),
      my_chat_member: fc.oneof(message, value),
    },
    { requiredKeys: [] },
  );
  const property = fc.property(update, (raw) => {
    for (const event of normalizeUpdate(bot, { update: raw as Record<string, unknown>, receivedAt: now })) {
      expect(event.dedupKey).toMatch(/^telegram:7000000001:-?\d+$/);
      if (event.kind !== 'contact') continue;
      const { contact, from } = (raw as { message: { contact: { user_id: number }; from: { id: number } } }).message;
      expect(contact.user_id).toBe(from.id);
    }
  });
  fc.assert(property, { numRuns: 10_000 });
});
