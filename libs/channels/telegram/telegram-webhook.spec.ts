import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTelegramEmulator, type TelegramEmulator } from '../../../test/emulators/telegram.ts';
import type { InboundEvent } from '../channel.ts';
import { createTelegramChannel, type TelegramChannel } from './telegram-channel.ts';
import { registerTelegramWebhook } from './telegram-webhook.ts';
import { closeServer } from '../../../test/emulators/close-server.ts';

const secret = 'a-secret-of-the-webhook';
const now = new Date('2026-11-25T01:00:00Z');
let telegram: TelegramEmulator;
let channel: TelegramChannel;
let server: Server;
let url: string;
let status: number;
const events: InboundEvent[] = [];

beforeAll(async () => {
  telegram = await startTelegramEmulator({ now: () => now });
  telegram.person(511);
  channel = createTelegramChannel({ token: telegram.token, root: telegram.url, webhookSecret: secret });
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const verified = channel.verifyInbound(request.headers as Record<string, string>, Buffer.concat(parts), now);
    if (verified.ok && status === 200) events.push(...channel.normalize(verified));
    response.writeHead(verified.ok ? status : 401).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  status = 200;
  events.length = 0;
});
afterAll(async () => {
  await closeServer(server);
  await telegram.stop();
});

describe('a registered webhook', () => {
  it('gets each update under one key, however often it comes', async () => {
    expect(await registerTelegramWebhook(channel.api, { url, secret })).toEqual({ ok: true, result: true });
    telegram.write(511, '5 lượt dịch vụ công');
    expect(await telegram.deliverUpdates(true)).toBe(1);
    expect(events.map(({ kind }) => kind)).toEqual(['text', 'text']);
    expect(new Set(events.map(({ dedupKey }) => dedupKey)).size).toBe(1);
  });

  it('gets an update again that it could not take', async () => {
    status = 503;
    telegram.write(511, '/viec');
    expect(await telegram.deliverUpdates()).toBe(0);
    status = 200;
    expect(await telegram.deliverUpdates()).toBe(1);
    expect(events).toMatchObject([{ kind: 'command', data: { command: 'viec' } }]);
  });

  it('takes nothing from a sender with another secret', async () => {
    await registerTelegramWebhook(channel.api, { url, secret: 'another-secret-of-the-webhook' });
    telegram.write(511, 'chào');
    expect(await telegram.deliverUpdates()).toBe(0);
    expect(events).toEqual([]);
  });

  it('excludes a poller, which is an error of the set-up', async () => {
    expect(await channel.api.call('getUpdates')).toMatchObject({ cls: 'CONFIG' });
  });

  it('is not registered with a secret that Telegram cannot carry', async () => {
    expect(await registerTelegramWebhook(channel.api, { url, secret: 'no spaces' })).toMatchObject({
      cls: 'PERMANENT',
    });
  });
});
