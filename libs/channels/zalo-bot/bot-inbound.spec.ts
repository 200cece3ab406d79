import fc from 'fast-check';
import { botFailure } from './bot-failure.ts';
import { normalizeBotEvents, verifyBotWebhook } from './bot-inbound.ts';

const secret = 'webhook-secret-1';
const flat = {
  event_name: 'message.text.received',
  message: {
    from: { id: '6ede9afa66b88f', display_name: 'Lê Thị Hoa', is_bot: false },
    chat: { id: 'c1', chat_type: 'PRIVATE' },
    text: 'LIENKET abcdefgh12',
    message_id: 'm1',
    date: 1_795_572_000_000,
  },
};
const raw = (value: unknown) => Buffer.from(JSON.stringify(value));
const read = (value: unknown) =>
  normalizeBotEvents(verifyBotWebhook(secret, { 'x-bot-api-secret-token': secret }, raw(value)));

describe('a webhook of the Bot platform', () => {
  it('reads the wrapped and the flat body alike', () => {
    expect(read({ ok: true, result: flat })).toEqual(read(flat));
    expect(read(flat)[0]).toMatchObject({
      dedupKey: 'message.text.received:m1',
      actor: '6ede9afa66b88f',
      kind: 'text',
      data: { chatId: 'c1', text: 'LIENKET abcdefgh12' },
    });
  });

  it('is refused with any other secret, and when none is set', () => {
    fc.assert(
      fc.property(
        fc.string().filter((given) => given !== secret),
        (given) => !verifyBotWebhook(secret, { 'x-bot-api-secret-token': given }, raw(flat)).ok,
      ),
      { numRuns: 2_000 },
    );
    expect(verifyBotWebhook('', { 'x-bot-api-secret-token': '' }, raw(flat))).toEqual({
      ok: false,
      reason: 'not-configured',
    });
    expect(verifyBotWebhook(secret, {}, raw(flat))).toEqual({ ok: false, reason: 'no-secret' });
  });

  it('drops what bots say, unknown events and bodies of any other shape', () => {
    expect(read({ ...flat, message: { ...flat.message, from: { id: 'b', is_bot: true } } })).toEqual([]);
    expect(read({ ...flat, event_name: 'message.poll.received' })).toEqual([]);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => read(value).length === 0),
      { numRuns: 500 },
    );
  });
});

describe('errors of the Bot platform', () => {
  const of = (number: number, description = '', retryAfterMs?: number) =>
    botFailure({ status: 200, body: { ok: false, error_code: number, description }, retryAfterMs });
  it.each([
    [401, '', 'REAUTH'],
    [400, 'chat not found', 'RECIPIENT_GONE'],
    [400, 'text is too long', 'PERMANENT'],
    [404, '', 'RECIPIENT_GONE'],
    [403, '', 'RETRYABLE'],
    [408, '', 'RETRYABLE'],
    [429, 'Quota exceeded', 'QUOTA'],
    [500, '', 'AMBIGUOUS'],
  ])('%i %s is %s', (number, description, cls) => {
    expect(of(number, description)).toMatchObject({ cls });
  });

  it('waits as long as the answer asks', () => {
    expect(of(429, '', 3_000)).toMatchObject({ cls: 'RETRY_AFTER', retryAfterMs: 3_000 });
  });
});
