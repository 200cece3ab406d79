import type { NeutralMessage, SendResult } from '../channel.ts';
import { startTelegramEmulator, type TelegramEmulator } from '../../../test/emulators/telegram.ts';
import { createTelegramChannel, type TelegramChannel } from './telegram-channel.ts';
import { telegramAddress } from './telegram-address.ts';
import { pathOfStartParam, startParamOf } from './telegram-buttons.ts';

const GROUP = -5_110_001;
const FORUM = -1_005_110_002;
const task = '0192aaaa-bbbb-7ccc-8ddd-0123456789ab';
const order: NeutralMessage = {
  language: 'vi',
  title: 'Việc mới: <OCOP> & "sàn"',
  paragraphs: ['Chậm nhất hết ngày 24/11.'],
  footer: 'Vì bạn là Tổ trưởng.',
  link: { label: 'Mở việc', url: `https://to-so.example/app/#/viec/${task}` },
  actions: [
    { label: 'Nhận việc', data: `nhan:${task}` },
    { label: 'Từ chối', data: `tuchoi:${task}` },
  ],
};

let telegram: TelegramEmulator;
let channel: TelegramChannel;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-11-25T01:00:00Z');
  telegram = await startTelegramEmulator({ now: () => now });
  channel = createTelegramChannel({
    token: telegram.token,
    root: telegram.url,
    timeoutMs: 5_000,
    username: 'to_so_bot',
    webhookSecret: 'a-secret-of-the-webhook',
    miniApp: { url: 'https://to-so.example/app/', directLink: 'https://t.me/to_so_bot/toso' },
  });
});
afterEach(() => telegram.stop());

function send(
  address: string,
  message: NeutralMessage = order,
  signal = new AbortController().signal,
): Promise<SendResult> {
  return channel.send(telegramAddress.parse(address)!, channel.render(message), {
    deliveryKey: 'd',
    attempt: 1,
    signal,
  });
}

describe('a message by Telegram', () => {
  it('reaches a person with a button that opens the mini-app on that task, and answers in the chat', async () => {
    telegram.person(511);
    expect(await send('511')).toMatchObject({ ok: true, providerId: expect.stringMatching(/^\d+$/) });
    expect(telegram.received(511)[0]?.text).toBe(
      'Việc mới: <OCOP> & "sàn"\n\nChậm nhất hết ngày 24/11.\n\nVì bạn là Tổ trưởng.',
    );
    expect(telegram.press(511, 'Mở việc')).toEqual({ url: `https://to-so.example/app/?startapp=viec_${task}` });
    telegram.press(511, 'Nhận việc');
    const [event] = channel.normalize({ ok: true, body: { update: telegram.waiting[0]!, receivedAt: now } });
    expect(event).toMatchObject({
      kind: 'action',
      actor: '511',
      data: { verb: 'nhan', argument: task, address: '511', private: true },
    });
  });

  it('reaches a group with the direct link, since web_app buttons are refused there', async () => {
    telegram.group(GROUP);
    expect(await send(String(GROUP))).toMatchObject({ ok: true });
    expect(telegram.received(GROUP)[0]?.buttons.at(-1)).toEqual({
      text: 'Mở việc',
      url: `https://t.me/to_so_bot/toso?startapp=viec_${task}`,
    });
  });

  it('goes to the general topic when its own is gone, and says which address to use', async () => {
    telegram.group(FORUM, { forum: true, topics: new Map([[7, 'Thôn 1']]) });
    expect(await send(`${FORUM}/7`)).not.toHaveProperty('movedTo');
    expect(await send(`${FORUM}/8`)).toMatchObject({ ok: true, movedTo: String(FORUM) });
    expect(telegram.received(FORUM).map(({ topicId }) => topicId)).toEqual([7, null]);
  });

  it('is split at 4096 characters before the markup, with the buttons on the last part', async () => {
    telegram.person(511);
    const paragraphs = [`${'Chữ & '.repeat(900)}hết`, '<'.repeat(5_000)];
    expect(await send('511', { ...order, paragraphs })).toMatchObject({ ok: true });
    const parts = telegram.received(511);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ buttons }) => buttons.length > 0)).toEqual([...parts.slice(1).map(() => false), true]);
    expect(
      parts
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    ).toContain(paragraphs.join('').replace(/\s/g, ''));
  });

  it('refuses by itself a button whose data Telegram would not carry', async () => {
    telegram.person(511);
    expect(await send('511', { ...order, actions: [{ label: 'Nhận', data: 'đ'.repeat(33) }] })).toMatchObject({
      cls: 'PERMANENT',
      code: 'BUTTON_DATA_TOO_LONG',
    });
    expect(telegram.calls).toHaveLength(0);
  });
});

describe('a message that Telegram refuses', () => {
  it.each([
    ['blocked by the person', () => void telegram.person(511, { blocked: true }), '511', { cls: 'RECIPIENT_GONE' }],
    [
      'never opened by the person',
      () => void telegram.person(511, { started: false }),
      '511',
      { cls: 'RECIPIENT_GONE' },
    ],
    ['an unknown chat', () => undefined, '512', { cls: 'RECIPIENT_GONE', code: '400_CHAT_NOT_FOUND' }],
    [
      'thrown out of the group',
      () => void telegram.group(GROUP, { botInside: false }),
      String(GROUP),
      { cls: 'RECIPIENT_GONE' },
    ],
    ['a revoked token', () => telegram.fail('revoked'), '511', { cls: 'REAUTH' }],
    ['a second poller', () => telegram.fail('conflict'), '511', { cls: 'CONFIG' }],
    ['a flood', () => telegram.fail('flood'), '511', { cls: 'RETRY_AFTER', retryAfterMs: 9_000, scope: 'account' }],
    ['a server that restarts', () => telegram.fail('json-500'), '511', { cls: 'RETRYABLE' }],
    ['a page of a proxy', () => telegram.fail('html-502'), '511', { cls: 'AMBIGUOUS' }],
    ['a line that drops before', () => telegram.fail('drop-before'), '511', { cls: 'AMBIGUOUS' }],
    ['a line that drops after', () => telegram.fail('drop-after'), '511', { cls: 'AMBIGUOUS' }],
  ])('%s', async (_name, arrange, address, expected) => {
    arrange();
    expect(await send(address)).toMatchObject({ ok: false, ...expected });
  });

  it('is ambiguous when the server takes it and never answers', async () => {
    telegram.fail('hang');
    const stop = new AbortController();
    const sending = send('511', order, stop.signal);
    while (telegram.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    expect(await sending).toMatchObject({ cls: 'AMBIGUOUS', code: 'CUT_OFF' });
  });

  it('moves with a group that became a supergroup', async () => {
    telegram.group(GROUP);
    const { newId } = telegram.migrate(GROUP);
    expect(await send(String(GROUP))).toMatchObject({ cls: 'ADDRESS_MOVED', movedTo: String(newId) });
    expect(await send(String(newId))).toMatchObject({ ok: true });
  });

  it('does not repeat a first part because a later one failed', async () => {
    telegram.person(511);
    const parts = channel.render({ ...order, paragraphs: ['a '.repeat(4_000)] });
    const sending = channel.send({ chatId: '511' }, [parts[0]!, { text: '', html: '<b>' }], {
      deliveryKey: 'd',
      attempt: 1,
      signal: new AbortController().signal,
    });
    expect(await sending).toMatchObject({ cls: 'AMBIGUOUS', code: 'PART_400_MARKUP' });
  });

  it("waits as long as a full group asks for, and that pause is the group's alone", async () => {
    telegram.group(GROUP);
    const results: SendResult[] = [];
    for (let count = 0; count < 21; count += 1) {
      results.push(await send(String(GROUP)));
      now = new Date(now.getTime() + 1_000);
    }
    expect(results.slice(0, 20).every(({ ok }) => ok)).toBe(true);
    expect(results[20]).toMatchObject({ cls: 'RETRY_AFTER', retryAfterMs: 40_000, scope: 'address' });
    expect(channel.pace(telegramAddress.parse(String(GROUP))!).map(({ key }) => key)).toEqual([
      `chat:${GROUP}`,
      `group:${GROUP}`,
    ]);
    expect(telegram.overLimit).toBe(1);
  });
});

it('tells its health without the token', async () => {
  expect(await channel.health()).toEqual({ state: 'ok', detail: null });
  telegram.fail('revoked');
  expect(await channel.health()).toEqual({ state: 'down', detail: '401_UNAUTHORIZED' });
});

it('lets no token, phone or text out with a failure', async () => {
  telegram.person(511);
  const { token } = telegram;
  const results: unknown[] = [];
  for (const fault of ['revoked', 'html-502', 'json-500', 'drop-before', 'conflict', 'flood'] as const) {
    telegram.fail(fault);
    results.push(await send('511'), await channel.health());
  }
  await telegram.stop();
  results.push(await send('511'), await channel.health());
  for (const result of results) {
    expect(JSON.stringify(result)).not.toContain(token.split(':')[1]);
    expect(JSON.stringify(result)).not.toMatch(/OCOP|127\.0\.0\.1|api\.telegram/);
  }
});

it.each(['0', '-0', '12a', '12/7', '-100/0', '1'.repeat(20), ' 12'])('takes "%s" for no address', (text) => {
  expect(telegramAddress.parse(text)).toBeUndefined();
});

it.each([
  ['viec_0192-ab', '/viec/0192-ab'],
  ['moi_a_-b', '/moi/a_-b'],
  ['cai-dat', '/cai-dat'],
  ['tap-huan_0192-ab', '/tap-huan/0192-ab'],
])('says the place %s in a start parameter and back', (param, path) => {
  expect(startParamOf(`https://to-so.example/app/#${path}`)).toBe(param);
  expect(pathOfStartParam(param)).toBe(path);
});

it.each(['a/b', '', 'a.b', '../x', '_a', 'a'.repeat(513)])('takes "%s" for no start parameter', (param) => {
  expect(pathOfStartParam(param)).toBeUndefined();
});
