/**
 * The same order reaches each person where they are: five of one team, each on another channel, two real processes, the
 * platforms around them. It opens on that very task, is answered from the chats, counts once, and survives a platform
 * that takes everything and answers nothing.
 */
import { randomUUID } from 'node:crypto';
import {
  answersFromZalo,
  type ChannelsWorld,
  eventually,
  giveOrder,
  heard,
  linkEverybody,
  mailOf,
  numberAskedOf,
  type Order,
  PUBLIC_URL,
  startChannelsWorld,
  taskOf,
  TELEGRAM_USER,
  textsOf,
} from '../support/platforms/channels-world.ts';
import { stopApps } from '../support/app.ts';
import { killProcesses } from '../support/processes.ts';

let world: ChannelsWorld;
let order: Order;

beforeAll(async () => {
  world = await startChannelsWorld();
});
afterAll(async () => {
  await killProcesses();
  await world?.stop();
  await stopApps();
});

const linkOf = ({ taskId }: Order) => `${PUBLIC_URL}/app/#/viec/${taskId}`;
const telegramAbout = ({ title }: Order) =>
  world.telegram.received(TELEGRAM_USER).find(({ text, buttons }) => text.includes(title) && buttons.length > 1);
const mailAbout = ({ title }: Order) =>
  world.smtp.mails.find(({ to, subject }) => to === mailOf(world.mailer) && subject.includes(title));
const has = (texts: string[], { title }: Order) => texts.some((text) => text.includes(title));
/** All but Telegram. */
const othersHave = (about: Order) =>
  has(textsOf.follower(world), about) &&
  has(textsOf.chatter(world), about) &&
  has(textsOf.push(world), about) &&
  mailAbout(about) !== undefined;

let launches = 0;
/** Launch data as Telegram signs it when the button is pressed. */
const launched = (more: Record<string, string> = {}) =>
  world.telegram.launch(TELEGRAM_USER, { query_id: `AAH${launches++}`, ...more });
const signInWithTelegram = (initData: string) => world.call('signInWithTelegram', '', {}, { initData });
const trail = async () =>
  (await world.call('taskTrail', world.village.officer.token, { taskId: order.taskId })).body as { kind: string }[];

describe('one order', () => {
  it('goes to five people who have each proved their account in another way', async () => {
    await linkEverybody(world);
    const spaces = async (token: string) =>
      ((await world.call('myAccounts', token)).body as { space: string }[]).map(({ space }) => space).toSorted();
    expect(await spaces(world.leader.token)).toEqual(['telegram']);
    // The webhook carried both of Zalo's ids, so that the mini-app inside Zalo knows her as well.
    expect(await spaces(world.follower.token)).toEqual(['zalo-app', 'zalo-oa']);
    expect(await spaces(world.chatter.token)).toEqual(['zalo-bot']);
    expect(await spaces(world.mailer.token)).toEqual([]);
  });

  it('reaches each in the form that their channel allows', async () => {
    order = await giveOrder(world, 'Hướng dẫn dùng dịch vụ công');
    await eventually(() => telegramAbout(order) && othersHave(order), 'the order on every channel');
    const [accept, decline, open] = telegramAbout(order)?.buttons ?? [];
    expect([accept?.callback_data, decline?.callback_data]).toEqual([
      expect.stringContaining(order.taskId),
      expect.stringContaining(order.taskId),
    ]);
    expect(open).toMatchObject({ web_app: { url: `${PUBLIC_URL}/app/?startapp=viec_${order.taskId}` } });
    for (const texts of [textsOf.follower(world), textsOf.chatter(world)])
      expect(texts.find((text) => text.includes(order.title))).toContain(linkOf(order));
    expect(mailAbout(order)).toMatchObject({ html: expect.stringContaining(`href="${linkOf(order)}"`) });
    const [push] = world.push.received('a-browser');
    expect(push?.payload).toMatchObject({ v: 1, url: linkOf(order), lang: 'vi' });
  });

  it('comes to each once, although the leader has a mailbox besides', async () => {
    expect(world.smtp.counts.get(mailOf(world.leader))).toBeUndefined();
    expect(textsOf.telegram(world).filter((text) => text.includes(order.title))).toHaveLength(1);
    expect(world.smtp.counts.get(mailOf(world.mailer))).toBe(1);
  });
});

describe('a link', () => {
  it('opens that very task: Telegram signs in by launch data, Zalo by its token, the others by the device', async () => {
    const { body } = await signInWithTelegram(launched({ start_param: `viec_${order.taskId}` }));
    const accessToken = world.zalo.graph.accessToken(world.zaloOf.follower);
    const { body: zalo } = await world.call('signInWithZalo', '', {}, { accessToken });
    expect([body.session.me.person.id, zalo.session.me.person.id]).toEqual([world.leader.id, world.follower.id]);
    for (const token of [body.session.token, zalo.session.token, world.deputy.token, world.mailer.token])
      expect(await world.call('getTask', token, { taskId: order.taskId })).toMatchObject({
        status: 200,
        body: { id: order.taskId, state: 'assigned' },
      });
  });

  it('signs nobody in when it is forwarded, and launch data works once and for its owner alone', async () => {
    expect((await world.call('getTask', '', { taskId: order.taskId })).status).toBe(401);
    const raw = launched();
    expect((await signInWithTelegram(raw)).status).toBe(200);
    expect((await signInWithTelegram(raw)).status).toBe(401);
    const another = launched().replace(String(TELEGRAM_USER), String(TELEGRAM_USER + 1));
    expect((await signInWithTelegram(another)).status).toBe(401);
    // Somebody else's own launch of the same link is somebody else: a proven account that nobody of ours has.
    world.telegram.person(TELEGRAM_USER + 1, {});
    const stranger = world.telegram.launch(TELEGRAM_USER + 1, { start_param: `viec_${order.taskId}` });
    expect((await signInWithTelegram(stranger)).body).toMatchObject({ session: null, link: { space: 'telegram' } });
  });
});

describe('an answer in a chat', () => {
  it('accepts by a button of Telegram, once although the update comes twice', async () => {
    const accept = telegramAbout(order)?.buttons[0]?.text ?? '';
    const answer = await heard(
      () => textsOf.telegram(world),
      (text) => text.startsWith('Đã nhận'),
      () => {
        world.telegram.press(TELEGRAM_USER, accept);
        return world.deliver(2);
      },
    );
    expect(answer).toContain(order.title);
    expect(await taskOf(world, order)).toMatchObject({ state: 'accepted' });
    expect((await trail()).filter(({ kind }) => kind === 'task.accepted')).toHaveLength(1);
  });

  it('reports by a text of Zalo, counted by the word of who wrote it, once although the webhook comes twice', async () => {
    const number = await numberAskedOf(world, order, 2);
    expect((await taskOf(world, order)).figures).toMatchObject({ reported: 0, confirmed: 0 });
    const answer = await answersFromZalo(world, number, 2);
    expect(answer).toContain(order.title);
    expect((await taskOf(world, order)).figures).toMatchObject({ reported: 5, confirmed: 0 });
    expect(textsOf.follower(world).filter((text) => text.startsWith('Đã ghi'))).toHaveLength(1);
  });

  it('declines another order by a text to the bot, with the reason', async () => {
    const next = await giveOrder(world, 'Đưa hàng lên sàn', {
      templateCode: 'NV08',
      indicatorCode: 'KT02',
    });
    await eventually(() => has(textsOf.chatter(world), next), 'the next order at the bot');
    await heard(
      () => textsOf.chatter(world),
      (text) => text.startsWith('Đã gửi lý do'),
      () => {
        world.zalo.bot.hears(world.zaloOf.chatter, 'không nhận: cả tổ đang bận gặt');
        return world.deliver(2);
      },
    );
    expect(await taskOf(world, next)).toMatchObject({
      state: 'declined',
      declined: { note: 'cả tổ đang bận gặt' },
    });
  });

  it('of a stranger, or with a forged signature, changes nothing', async () => {
    world.telegram.person(TELEGRAM_USER + 2, {});
    world.telegram.write(TELEGRAM_USER + 2, '9 lượt dịch vụ công');
    await world.deliver();
    const { body, headers } = world.zalo.webhooks.signed({
      event_name: 'user_send_text',
      sender: { id: world.zaloOf.follower.userId },
      message: { msg_id: randomUUID(), text: '9 lượt dịch vụ công' },
    });
    const post = (path: string, payload: string, more: Record<string, string>) =>
      fetch(`${world.api.url}/webhooks/${path}`, { method: 'POST', body: payload, headers: { ...headers, ...more } });
    expect((await post('zalo-oa', body.replace('9 lượt', '8 lượt'), {})).status).toBe(403);
    expect((await post('telegram', '{"update_id":1}', { 'x-telegram-bot-api-secret-token': 'x' })).status).toBe(403);
    await eventually(() => world.telegram.received(TELEGRAM_USER + 2).length > 0, 'an answer to the stranger');
    expect((await taskOf(world, order)).figures).toMatchObject({ reported: 5 });
  });
});

describe('a platform in trouble', () => {
  let refused: Order;
  const lettersToLeader = ({ title }: Order) =>
    world.smtp.mails.filter(({ to, subject }) => to === mailOf(world.leader) && subject.includes(title)).length;
  const params = { channelId: 'telegram' };
  const waiting = async () => (await world.call('divertPlan', world.admin.token, params)).body.waiting as number;

  it('that takes everything and answers nothing keeps nobody on the other channels waiting', async () => {
    world.telegram.fail('hang', Number.POSITIVE_INFINITY);
    const held = await giveOrder(world, 'Chuẩn bị buổi họp thôn', { templateCode: 'NV12', indicatorCode: 'TT01' });
    await eventually(() => othersHave(held), 'the held order on the other channels');
    expect(await waiting()).toBeGreaterThanOrEqual(1);
    expect(lettersToLeader(held)).toBe(0);
  });

  it('that refuses everything is declared down: what is open moves to the next route, and comes once', async () => {
    world.telegram.fail('json-500', Number.POSITIVE_INFINITY);
    refused = await giveOrder(world, 'Hướng dẫn mở tài khoản', { templateCode: 'NV16', indicatorCode: 'XH02' });
    const tried = () =>
      world.telegram.calls.some(
        (entry) => entry.method === 'sendMessage' && JSON.stringify(entry.params).includes(refused.title),
      );
    await eventually(() => othersHave(refused) && tried(), 'the refused order, tried and delivered elsewhere');
    const moved = async () => {
      const { body } = await world.call('declareDown', world.admin.token, params, { reason: 'Từ chối mọi tin' });
      return body.moved as number;
    };
    // A send under way is never moved: it may have arrived. The platform has refused it a moment later.
    await eventually(async () => (await moved()) >= 1 || lettersToLeader(refused) > 0, 'an open delivery moved');
    await eventually(() => lettersToLeader(refused) > 0, 'a letter to the leader');
  });

  it('works again once it is declared up, and nobody gets anything twice', async () => {
    world.telegram.heal();
    expect((await world.call('declareUp', world.admin.token, params)).status).toBe(204);
    const after = await giveOrder(world, 'Đưa hàng lên sàn, đợt hai', { templateCode: 'NV08', indicatorCode: 'KT02' });
    await eventually(() => telegramAbout(after) && othersHave(after), 'the last order on every channel');
    expect([lettersToLeader(refused), lettersToLeader(after)]).toEqual([1, 0]);
    expect(has(textsOf.telegram(world), refused)).toBe(false);
    expect(world.telegram.overLimit + world.zalo.world.overLimit).toBe(0);
  });
});
