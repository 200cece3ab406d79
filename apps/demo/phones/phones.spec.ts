/** The page of fake phones against the emulated platforms: what arrives is shown, what is pressed comes back signed. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type InitDataKey, verifyInitData } from '#channels';
import { startTelegramEmulator, type TelegramEmulator } from '../../../test/emulators/telegram.ts';
import { startZaloEmulator, type ZaloEmulator } from '../../../test/emulators/zalo.ts';
import type { Phone } from './phone.ts';
import { type PhonesServer, servePhones } from './server.ts';
import { launchAddress, telegramPhone } from './telegram-phone.ts';
import { botPhone } from './zalo-phones.ts';

const now = () => new Date('2026-11-25T02:00:00Z');
const serverUrl = 'http://127.0.0.1:8080';
const received: { headers: Record<string, unknown>; body: string }[] = [];
let telegram: TelegramEmulator;
let zalo: ZaloEmulator;
let webhook: Server;
let served: PhonesServer;
let phones: Phone[];
let dark = false;

beforeAll(async () => {
  webhook = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    received.push({ headers: request.headers, body });
    response.end();
  });
  await new Promise<void>((ready) => webhook.listen(0, '127.0.0.1', ready));
  const webhookUrl = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}`;
  telegram = await startTelegramEmulator({ now });
  zalo = await startZaloEmulator({ now });
  zalo.webhooks.register('bot', webhookUrl, 'secret-of-the-bot');
  await bot('setWebhook', { url: webhookUrl, secret_token: 'secret-of-the-webhook' });
  telegram.person(511, { firstName: 'Hương' });
  const deliver = async () => {
    await telegram.deliverUpdates();
    await zalo.advance();
  };
  const person = zalo.world.person({ name: 'Trịnh Đình Cường' });
  phones = [
    telegramPhone({ telegram, now, serverUrl, deliver }, { fullName: 'Nguyễn Thị Hương', role: 'Tổ phó', userId: 511 }),
    botPhone({ zalo, now, deliver }, person, 'thành viên'),
  ];
  served = await servePhones({
    phones,
    consoleUrl: `${serverUrl}/console/`,
    switches: () => [{ name: 'telegram', label: 'Telegram im lặng', on: dark }],
    flip: () => (dark = !dark),
    deliver,
    invite: async (id) => (id === 'telegram' ? `${serverUrl}/app/#/moi/abc` : undefined),
  });
});
afterAll(async () => {
  await served.stop();
  await Promise.all([telegram.stop(), zalo.stop()]);
  await new Promise((done) => webhook.close(done));
});
beforeEach(() => received.splice(0));

const bot = (method: string, fields: object) =>
  fetch(`${telegram.url}/bot${telegram.token}/${method}`, { method: 'POST', body: JSON.stringify(fields) });
const html = async () => (await fetch(served.url)).text();
const post = (path: string, fields: Record<string, string>) =>
  fetch(`${served.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

it('shows a message with its buttons, and its words as words', async () => {
  const keyboard = [
    [{ text: 'Nhận việc', callback_data: 'nhan:1' }],
    [{ text: 'Mở việc', url: `${serverUrl}/app/#/viec/1` }],
  ];
  await bot('sendMessage', { chat_id: 511, text: 'Việc mới: <1> & 2', reply_markup: { inline_keyboard: keyboard } });
  const page = await html();
  expect(page).toContain('Việc mới: &lt;1&gt; &amp; 2');
  expect(page).toContain('<button name="label" value="Nhận việc">');
  expect(page).toContain(`to=${encodeURIComponent(`${serverUrl}/app/#/viec/1`)}`);
});

it('gives a press and a text to the server as the platforms do, and shows both', async () => {
  const [message] = phones[0]!.messages();
  expect((await post('press', { phone: 'telegram', message: message!.id, label: 'Nhận việc' })).status).toBe(303);
  await post('write', { phone: 'zalo-bot', text: '5 lượt dịch vụ công' });
  expect(received[0]).toMatchObject({ headers: { 'x-telegram-bot-api-secret-token': 'secret-of-the-webhook' } });
  expect(JSON.parse(received[0]!.body)).toMatchObject({ callback_query: { data: 'nhan:1', from: { id: 511 } } });
  expect(received[1]).toMatchObject({ headers: { 'x-bot-api-secret-token': 'secret-of-the-bot' } });
  expect(received[1]!.body).toContain('5 lượt dịch vụ công');
  expect(await html()).toContain('[Nhận việc]');
});

it('opens a link with launch data of this moment, on a device of its own', async () => {
  const to = `${serverUrl}/app/#/viec/01a`;
  const answer = await fetch(`${served.url}open?phone=telegram&to=${encodeURIComponent(to)}`, { redirect: 'manual' });
  const address = new URL(answer.headers.get('location') ?? '');
  expect(address.href).toMatch(/^http:\/\/telegram\.localhost:8080\/app\/\?startapp=viec_01a#/);
  const launch = new URLSearchParams(address.hash.slice(1)).get('tgWebAppData') ?? '';
  const key: InitDataKey = { kind: 'hmac', botToken: telegram.token };
  expect(verifyInitData(launch, key, { now: now() })).toMatchObject({
    ok: true,
    launch: { user: { id: '511' }, startParam: 'viec_01a' },
  });
  const fromGroup = launchAddress(telegram, 511, 'https://t.me/to_so/app?startapp=viec_2', serverUrl, 'group');
  expect(fromGroup).toMatch(/^http:\/\/group\.localhost:8080\/app\/\?startapp=viec_2#tgWebAppData=/);
});

it('has an invite only for the phones that need one, and nothing for a phone that is not there', async () => {
  const status = async (path: string) => (await fetch(`${served.url}${path}`, { redirect: 'manual' })).status;
  expect([await status('session?phone=telegram'), await status('session?phone=zalo-bot')]).toEqual([302, 404]);
  expect([await status('open?phone=nobody&to=x'), await status('elsewhere')]).toEqual([404, 404]);
  expect(await status('open?phone=telegram&to=no-address')).toBe(400);
});

it('tells open pages what has changed, and that a platform was made dark', async () => {
  const stream = await fetch(`${served.url}changes`);
  const reader = stream.body!.getReader();
  const heard = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await heard()).toContain('chat-telegram');
  await post('switch', { name: 'telegram' });
  const change = await heard();
  expect(change).toContain('aria-pressed=\\"true\\"');
  expect(change).not.toContain('chat-telegram');
  await reader.cancel();
});
