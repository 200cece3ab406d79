/**
 * Each class of answer ends where the table says, for every channel that speaks HTTP: the platform's own words for "who
 * are you", "not allowed", "too often" and "broken here"; a gateway's page, a line that drops, a socket that stays half
 * open, nobody there, and clocks that disagree. No answer takes a secret along.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import webPush from 'web-push';
import { MemoryTokenStore } from '../../test/emulators/zalo/setting.ts';
import { startPushEmulator } from '../../test/emulators/push.ts';
import type { Channel, FailureClass, NeutralMessage, SendResult } from './channel.ts';
import { createTelegramChannel } from './telegram/telegram-channel.ts';
import { createWebPushChannel } from './web-push/web-push-channel.ts';
import { createBotChannel } from './zalo-bot/bot-channel.ts';
import { createGmfChannel } from './zalo-gmf/gmf-channel.ts';
import { createMiniChannel } from './zalo-mini/mini-channel.ts';
import { OaTokenSource } from './zalo-oa/oa-tokens.ts';
import { createOaChannel } from './zalo-oa/oa-channel.ts';
import { createZbsChannel } from './zalo-zbs/zbs-channel.ts';
import { closeServer } from '../../test/emulators/close-server.ts';

type ChannelName = 'telegram' | 'zalo-oa' | 'zalo-zbs' | 'zalo-gmf' | 'zalo-bot' | 'zalo-mini' | 'web-push';
type Answer = { status: number; body: object | string; headers?: Record<string, string> };

const now = () => new Date('2026-11-25T02:00:00Z');
const SECRET = 'a-secret-that-is-nobodys-business';
/** Long enough on a busy machine; the half-open socket is the only thing that waits for its end. */
const TIMEOUT_MS = 20_000;
const HALF_OPEN_MS = 200;
const message: NeutralMessage = { language: 'vi', title: 'Việc mới', paragraphs: ['Mời xem.'], footer: 'Tổ Số' };
const vapid = webPush.generateVAPIDKeys();
let server: Server;
let listener: RequestListener;
let url = '';

beforeAll(async () => {
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await closeServer(server);
});

const says = ({ status, body, headers = {} }: Answer) => {
  listener = (_request, response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
};

/** Tokens that are alive and cannot be renewed: a refusal stays one. */
async function tokens(): Promise<OaTokenSource> {
  const store = new MemoryTokenStore();
  const source = new OaTokenSource({
    store,
    refresh: async () => ({ ok: false, cls: 'REAUTH', code: '-14020' }),
    now,
  });
  await source.adopt({ ok: true, accessToken: SECRET, refreshToken: `${SECRET}-2`, expiresInSeconds: 90_000 });
  return source;
}

/** A channel that speaks to `base`, and one of its addresses. */
async function channelOf(name: ChannelName, base: string, timeoutMs: number): Promise<[channel: object, to: unknown]> {
  const common = { url: base, timeoutMs };
  const ofAccount = { ...common, tokens: await tokens(), now };
  switch (name) {
    case 'telegram':
      return [createTelegramChannel({ token: `7000000001:${SECRET}`, root: base, timeoutMs }), { chatId: '511' }];
    case 'zalo-oa': {
      const interactions = () => ({ sentSince: 0, lastInteractionAt: now() });
      return [createOaChannel({ ...ofAccount, interactions }), '501'];
    }
    case 'zalo-zbs': {
      const template = { id: '1', parameters: { title: { from: 'title', max: 65 } } } as const;
      return [createZbsChannel({ ...ofAccount, template }), { phone: '84510000001' }];
    }
    case 'zalo-gmf':
      return [createGmfChannel(ofAccount), 'f414c8'];
    case 'zalo-bot':
      return [createBotChannel({ ...common, token: SECRET }), 'c0ffee1'];
    case 'zalo-mini':
      return [createMiniChannel({ ...common, miniAppId: '32', apiKey: SECRET, templateId: 'n1' }), '777'];
    case 'web-push':
      return [pushChannel(timeoutMs), await subscription(base)];
  }
}

const pushChannel = (timeoutMs = TIMEOUT_MS) =>
  createWebPushChannel({ ...vapid, subject: 'mailto:a@to-so.example', hosts: ['127.0.0.1'], timeoutMs });

async function subscription(base: string) {
  const browsers = await startPushEmulator({ now, publicKey: vapid.publicKey });
  const { keys } = JSON.parse(browsers.subscribe('one')) as { keys: { p256dh: string; auth: string } };
  await browsers.stop();
  return { endpoint: `${base}/push/${SECRET}`, ...keys };
}

async function send(name: ChannelName, base = url, timeoutMs = TIMEOUT_MS): Promise<SendResult> {
  const [built, to] = await channelOf(name, base, timeoutMs);
  const channel = built as Channel;
  const context = { deliveryKey: 'd', attempt: 1, signal: new AbortController().signal };
  return channel.send(to, channel.render(message), context);
}

const bot = (error_code: number, more: object = {}, status = error_code): Answer => ({
  status,
  body: { ok: false, error_code, description: 'words', ...more },
});
const account = (error: number): Answer => ({ status: 200, body: { error, message: 'words' } });
const retryAfter = (answer: Answer): Answer => ({ ...answer, headers: { 'retry-after': '7' } });

/** How each platform says it, and the class in which it ends. */
const table: Record<ChannelName, Record<'401' | '403' | '429' | '5xx', [Answer, FailureClass]>> = {
  telegram: {
    '401': [bot(401), 'REAUTH'],
    '403': [bot(403), 'RECIPIENT_GONE'],
    '429': [bot(429, { parameters: { retry_after: 7 } }), 'RETRY_AFTER'],
    '5xx': [bot(500), 'RETRYABLE'],
  },
  'zalo-oa': {
    '401': [account(-216), 'REAUTH'],
    '403': [account(-223), 'CONFIG'],
    '429': [retryAfter(account(-32)), 'RETRY_AFTER'],
    '5xx': [{ status: 500, body: {} }, 'AMBIGUOUS'],
  },
  'zalo-zbs': {
    '401': [account(-124), 'REAUTH'],
    '403': [account(-120), 'CONFIG'],
    '429': [retryAfter(account(-32)), 'RETRY_AFTER'],
    '5xx': [{ status: 502, body: {} }, 'AMBIGUOUS'],
  },
  'zalo-gmf': {
    '401': [account(-220), 'REAUTH'],
    '403': [account(-403), 'RECIPIENT_GONE'],
    '429': [retryAfter({ status: 429, body: {} }), 'RETRY_AFTER'],
    '5xx': [{ status: 504, body: {} }, 'AMBIGUOUS'],
  },
  'zalo-bot': {
    '401': [bot(401, {}, 200), 'REAUTH'],
    '403': [bot(403, {}, 200), 'RETRYABLE'],
    '429': [retryAfter(bot(429, {}, 200)), 'RETRY_AFTER'],
    '5xx': [bot(500), 'AMBIGUOUS'],
  },
  'zalo-mini': {
    '401': [{ status: 401, body: { error: 401 } }, 'REAUTH'],
    '403': [{ status: 403, body: { error: -1403 } }, 'CONFIG'],
    '429': [retryAfter({ status: 429, body: { error: 429 } }), 'RETRY_AFTER'],
    '5xx': [{ status: 500, body: { error: 500 } }, 'AMBIGUOUS'],
  },
  'web-push': {
    '401': [{ status: 401, body: '' }, 'REAUTH'],
    '403': [{ status: 403, body: '' }, 'REAUTH'],
    '429': [retryAfter({ status: 429, body: '' }), 'RETRY_AFTER'],
    '5xx': [{ status: 500, body: '' }, 'AMBIGUOUS'],
  },
};
const names = Object.keys(table) as ChannelName[];

describe.each(names)('%s', (name) => {
  it.each(Object.entries(table[name]))('says %s', async (_said, [answer, cls]) => {
    says({ ...answer, body: typeof answer.body === 'string' ? answer.body : { ...answer.body, echo: SECRET } });
    const result = await send(name);
    expect(result).toMatchObject({ ok: false, cls, ...(cls === 'RETRY_AFTER' && { retryAfterMs: 7_000 }) });
    expect(JSON.stringify(result)).not.toContain(SECRET);
  });

  it('may have got it when a page of a gateway answers, with 502 and with 200', async () => {
    for (const status of [502, 200]) {
      // Web push says yes by its status alone: the body of an answer is no part of it.
      if (name === 'web-push' && status === 200) continue;
      says({ status, body: `<html><body>Bad gateway ${SECRET}</body></html>` });
      const result = await send(name);
      expect(result).toMatchObject({ ok: false, cls: 'AMBIGUOUS' });
      expect(JSON.stringify(result)).not.toContain(SECRET);
    }
  });

  it('may have got it when the line drops or the socket stays half open', async () => {
    listener = (request) => request.socket.destroy();
    expect(await send(name)).toMatchObject({ ok: false, cls: 'AMBIGUOUS' });
    listener = () => undefined;
    expect(await send(name, url, HALF_OPEN_MS)).toEqual({ ok: false, cls: 'AMBIGUOUS', code: 'CUT_OFF' });
  });

  it('may be tried again when nobody is there', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await send(name, `http://127.0.0.1:${port}`)).toMatchObject({ ok: false, cls: 'RETRYABLE' });
  });
});

describe('clocks that disagree', () => {
  it.each([
    ['an hour ahead of ours', 'Wed, 25 Nov 2026 03:00:00 GMT', 3_600_000],
    ['an hour behind ours: no pause below nothing', 'Wed, 25 Nov 2026 01:00:00 GMT', 0],
  ])('a pause until a date %s', async (_what, date, retryAfterMs) => {
    says({ ...account(-32), headers: { 'retry-after': date } });
    expect(await send('zalo-oa')).toMatchObject({ cls: 'RETRY_AFTER', retryAfterMs });
  });

  it('a push service a day away refuses the proof of who we are, and that is for a person to mend', async () => {
    for (const days of [-1.1, 1.1]) {
      const browsers = await startPushEmulator({
        now: () => new Date(Date.now() + days * 86_400_000),
        publicKey: vapid.publicKey,
      });
      const { endpoint, keys } = JSON.parse(browsers.subscribe('one')) as { endpoint: string; keys: object };
      const channel = pushChannel() as Channel;
      const context = { deliveryKey: 'd', attempt: 1, signal: new AbortController().signal };
      const result = await channel.send({ endpoint, ...keys }, channel.render(message), context);
      expect(result).toEqual({ ok: false, cls: 'REAUTH', code: '403' });
      await browsers.stop();
    }
  });
});
