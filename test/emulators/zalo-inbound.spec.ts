/** Login, phone numbers and webhooks against the emulated services, and what none of them may tell. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Channel, InboundEvent, NeutralMessage, SendResult } from '../../libs/channels/channel.ts';
import { createBotChannel } from '../../libs/channels/zalo-bot/bot-channel.ts';
import { GraphClient } from '../../libs/channels/zalo-graph/graph-client.ts';
import { botSecret, type ConnectedZalo, connectZalo } from './zalo/setting.ts';
import { type FakePerson, startZaloEmulator, type ZaloEmulator } from './zalo.ts';
import { closeServer } from './close-server.ts';

const message: NeutralMessage = {
  language: 'vi',
  title: 'Việc mới',
  paragraphs: ['Chậm nhất hết ngày 24/11.'],
  link: { label: 'Mở việc', url: 'https://to-so.example/app/#/viec/1' },
  footer: 'Vì bạn là Tổ trưởng.',
};

let zalo: ZaloEmulator;
let ours: ConnectedZalo;
let hoa: FakePerson;

beforeEach(async () => {
  zalo = await startZaloEmulator();
  ours = await connectZalo(zalo, 1_500);
  hoa = zalo.world.person({ name: 'Lê Thị Hoa' });
});
afterEach(() => zalo.stop());

function send<A>(channel: Channel<A>, to: A, about = message): Promise<SendResult> {
  return channel.send(to, channel.render(about), {
    deliveryKey: 'd1',
    attempt: 1,
    signal: new AbortController().signal,
  });
}

describe('login and phone number', () => {
  it('are proved by the app’s secret', async () => {
    const token = zalo.graph.accessToken(hoa);
    expect(await ours.graph.me(token)).toEqual({ ok: true, id: hoa.appUserId, name: 'Lê Thị Hoa' });
    expect(await ours.graph.me('somebody-elses-token')).toEqual({
      ok: false,
      code: 'zalo.tokenInvalid',
      provider: '452',
    });
    const wrong = new GraphClient({ url: ours.hosts.graph, appSecret: 'not-the-secret' });
    expect(await wrong.me(token)).toEqual({ ok: false, code: 'zalo.secretWrong', provider: '-242' });
    expect(await wrong.phone(token, zalo.graph.phoneToken(hoa))).toEqual({
      ok: false,
      code: 'zalo.secretWrong',
      provider: '117',
    });
  });

  it('give the number once, within two minutes, to this app and this person', async () => {
    const token = zalo.graph.accessToken(hoa);
    const phoneToken = zalo.graph.phoneToken(hoa);
    expect(await ours.graph.phone(token, phoneToken)).toEqual({ ok: true, number: hoa.phone });
    expect(await ours.graph.phone(token, phoneToken)).toMatchObject({ code: 'zalo.phoneTokenUsed' });
    const late = zalo.graph.phoneToken(hoa);
    await zalo.advance(121_000);
    expect(await ours.graph.phone(token, late)).toMatchObject({ code: 'zalo.phoneTokenInvalid' });
    expect(await ours.graph.phone(token, zalo.graph.phoneToken(hoa, '42'))).toMatchObject({
      code: 'zalo.phoneTokenOfAnotherApp',
    });
    const binh = zalo.world.person({ name: 'Trần Văn Bình' });
    expect(await ours.graph.phone(token, zalo.graph.phoneToken(binh))).toMatchObject({
      code: 'zalo.phoneTokenInvalid',
    });
  });

  it('do not send what cannot be a token', async () => {
    for (const token of [
      '',
      'short',
      'with a space in it',
      'with\r\nx-header: 1',
      'ký tự lạ 123456',
      'x'.repeat(5_000),
    ]) {
      expect(await ours.graph.me(token)).toMatchObject({ ok: false, code: 'zalo.tokenInvalid' });
      expect(await ours.graph.phone(zalo.graph.accessToken(hoa), token)).toMatchObject({
        ok: false,
        code: 'zalo.phoneTokenInvalid',
      });
    }
    expect(zalo.world.requests.get('graph')).toBeUndefined();
  });

  it('say that the service cannot be reached, not that the person is nobody', async () => {
    for (const fault of ['html', 'hang', 'drop', 'busy'] as const) {
      zalo.fail('/graph', fault, 1);
      expect(await ours.graph.me(zalo.graph.accessToken(hoa))).toMatchObject({ ok: false, code: 'zalo.unavailable' });
    }
  });
});

describe('webhooks as they are sent', () => {
  let receiver: Server;
  let events: InboundEvent[];
  let refused: string[];
  let answer: 'ok' | 'late';
  let address: string;

  beforeEach(async () => {
    [events, refused, answer] = [[], [], 'ok'];
    receiver = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      if (answer === 'late') return;
      const channel = request.url === '/bot' ? ours.bot : ours.oa;
      const verified = channel.verifyInbound?.(
        request.headers as Record<string, string>,
        Buffer.concat(parts),
        zalo.world.now(),
      );
      if (verified?.ok) events.push(...(channel.normalize?.(verified) ?? []));
      else refused.push(verified?.reason ?? '');
      response.writeHead(verified?.ok ? 200 : 401).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await closeServer(receiver);
  });

  it('prove themselves from the registration on', async () => {
    await zalo.registerWebhook(`${address}/oa`);
    expect([zalo.webhooks.attempts.map(({ result }) => result), events, refused]).toEqual([[200], [], []]);
    zalo.follows(hoa);
    zalo.says(hoa, 'Nhận việc');
    zalo.unfollows(hoa);
    zalo.withdraws(hoa);
    await zalo.advance();
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['follow', hoa.userId],
      ['text', hoa.userId],
      ['unfollow', hoa.userId],
      ['withdraw', hoa.userId],
    ]);
    expect(events[1]?.data).toMatchObject({ text: 'Nhận việc', userIdByApp: hoa.appUserId });
  });

  it('tell what was received and seen, by the ids that sending gave', async () => {
    zalo.world.settings.receipts = true;
    await zalo.registerWebhook(`${address}/oa`);
    zalo.world.interacts(hoa);
    const sent = await send(ours.oa, hoa.userId);
    zalo.sees(hoa);
    await zalo.advance();
    const ids = sent.ok ? [sent.providerId] : [];
    expect(events.map(({ kind, actor, data }) => [kind, actor, data])).toEqual([
      ['delivered', hoa.userId, { providerIds: ids }],
      ['seen', hoa.userId, { providerIds: ids }],
    ]);
  });

  it('tell what happens in a group', async () => {
    await zalo.registerWebhook(`${address}/oa`);
    Object.assign(hoa, { admin: true, follows: true });
    const created = await ours.gmf.groups.create({
      name: 'CNS-Thôn 1-Xã Minh Sơn',
      assetId: zalo.groups.buy().id,
      memberUserIds: [hoa.userId],
    });
    const groupId = created.ok ? created.groupId : '';
    const binh = zalo.world.person({ name: 'Trần Văn Bình' });
    zalo.groups.asksToJoin(binh.userId, groupId);
    zalo.groups.writes(hoa.userId, groupId, 'Hôm nay xong 5 hộ');
    zalo.groups.leaves(hoa.userId, groupId);
    await ours.gmf.groups.delete(groupId);
    await zalo.advance();
    expect(events.map(({ kind, data }) => [kind, data])).toMatchObject([
      ['group-created', { groupId }],
      ['group-join-asked', { groupId, userIds: [binh.userId] }],
      ['group-text', { groupId, userIds: [hoa.userId], text: 'Hôm nay xong 5 hộ' }],
      ['group-left', { groupId, userIds: [hoa.userId] }],
      ['group-ended', { groupId }],
    ]);
    expect(new Set(events.map(({ dedupKey }) => dedupKey)).size).toBe(5);
  });

  it('come again with the same key when the receiver was late, and end after the last retry', async () => {
    zalo.world.settings.webhookTimeoutMs = 40;
    await zalo.registerWebhook(`${address}/oa`);
    answer = 'late';
    zalo.says(hoa, 'Nhận');
    await zalo.advance();
    answer = 'ok';
    await zalo.advance(30_000);
    expect(events.map(({ dedupKey }) => dedupKey)).toEqual([`user_send_text:${hoa.userId}:in-000003`]);
    answer = 'late';
    zalo.says(hoa, 'Lần nữa');
    for (const wait of [0, 30, 300, 900, 1_800, 3_600]) await zalo.advance(wait * 1_000);
    expect([zalo.webhooks.attempts.at(-1)?.tries, zalo.webhooks.subscribed]).toEqual([5, false]);
  });

  it.each(['flat', 'wrapped'] as const)('of the bot are read in their %s form', async (botBody) => {
    zalo.world.settings.botBody = botBody;
    zalo.webhooks.register('bot', `${address}/bot`, botSecret);
    zalo.bot.hears(hoa, 'LIENKET abcdefgh12');
    await zalo.advance();
    expect(events).toMatchObject([{ kind: 'text', actor: hoa.botChatId, data: { text: 'LIENKET abcdefgh12' } }]);
    zalo.webhooks.register('bot', `${address}/bot`, 'not-the-secret');
    zalo.bot.hears(hoa, 'Nhận');
    await zalo.advance();
    expect(refused).toEqual(['wrong-secret']);
  });
});

describe('secrets', () => {
  it('are in no failure, no health and no line of a log', async () => {
    const lines: string[] = [];
    const write = process.stderr.write.bind(process.stderr);
    process.stderr.write = ((chunk: unknown) => lines.push(String(chunk)) > 0) as typeof process.stderr.write;
    const seen: unknown[] = [];
    // What comes back does not matter here: nobody has to wait long for what is never answered.
    const hasty = await connectZalo(zalo, 300);
    const dead = createBotChannel({
      url: 'http://127.0.0.1:1/bot',
      token: zalo.world.settings.botToken,
      timeoutMs: 300,
    });
    try {
      for (const fault of ['drop', 'hang', 'html', 'busy', 'error-body', -216, -201] as const) {
        zalo.heal();
        for (const service of ['/oauth', '/openapi', '/business', '/bot', '/graph', '/mini']) zalo.fail(service, fault);
        const token = zalo.graph.accessToken(hoa);
        seen.push(
          await send(hasty.oa, hoa.userId),
          await send(hasty.zbs, { phone: hoa.phone }),
          await send(hasty.bot, hoa.botChatId),
          await send(hasty.mini, hoa.appUserId),
        );
        seen.push(
          await hasty.graph.me(token),
          await hasty.graph.phone(token, zalo.graph.phoneToken(hoa)),
          await hasty.oa.health(),
          await hasty.bot.health(),
          await hasty.tokens.health(),
        );
      }
      seen.push(await send(dead, hoa.botChatId), await dead.health());
    } finally {
      process.stderr.write = write;
    }
    const text = JSON.stringify(seen) + lines.join('');
    const { appSecret, oaSecretKey, botToken, miniApiKey } = zalo.world.settings;
    const { accessToken = '', refreshToken = '' } = ours.store.row ?? {};
    for (const secret of [
      appSecret,
      oaSecretKey,
      botToken,
      miniApiKey,
      accessToken,
      refreshToken,
      'graph-access-',
      'phone-token-',
      hoa.phone,
    ])
      expect(text).not.toContain(secret);
    expect(seen).toHaveLength(65);
  });
});
