/**
 * The channels at level trace, on two real processes: accounts linked, an order on every channel, answers from chats, forged
 * calls, every platform failing in its own way. No line holds a token, a number, words of a message, an endpoint or launch data.
 */
import {
  answersFromZalo,
  type ChannelsWorld,
  botSecret,
  eventually,
  giveOrder,
  heard,
  linkEverybody,
  mailOf,
  numberAskedOf,
  startChannelsWorld,
  TELEGRAM_USER,
  telegramSecret,
  textsOf,
} from '../support/platforms/channels-world.ts';
import { stopApps } from '../support/app.ts';
import { killProcesses } from '../support/processes.ts';

const TITLE = 'Hướng dẫn dùng dịch vụ công';
const LATE = 'Chuẩn bị buổi họp thôn';
const WORK = 'Đến nhà bà Tư cuối ngõ trước';
const CHAT = 'nhà ông Sáu chưa có sóng';
let world: ChannelsWorld;

beforeAll(async () => {
  world = await startChannelsWorld({ LOG_LEVEL: 'trace' });
});
afterAll(async () => {
  await killProcesses();
  await world?.stop();
  await stopApps();
});

/** Everything that must stay between us and the platforms; each is collected where it is used. */
const secrets = new Set<string>();
const keep = (...texts: (string | undefined)[]) => texts.forEach((text) => text && secrets.add(text));

async function useEverything(): Promise<void> {
  await linkEverybody(world);
  const order = await giveOrder(world, TITLE, { work: WORK });
  const arrived = () =>
    [...textsOf.telegram(world), ...textsOf.push(world)].filter((text) => text.includes(TITLE)).length === 2;
  await eventually(arrived, 'the order');
  const accept = world.telegram.received(TELEGRAM_USER).findLast(({ text }) => text.includes(TITLE))?.buttons[0]?.text;
  await heard(
    () => textsOf.telegram(world),
    (text) => text.startsWith('Đã nhận'),
    () => (world.telegram.press(TELEGRAM_USER, accept ?? ''), world.deliver()),
  );
  await answersFromZalo(world, await numberAskedOf(world, order));
  await heard(
    () => textsOf.chatter(world),
    () => true,
    () => (world.zalo.bot.hears(world.zaloOf.chatter, CHAT), world.deliver()),
  );
  const launch = world.telegram.launch(TELEGRAM_USER, { start_param: `viec_${order.taskId}` });
  const accessToken = world.zalo.graph.accessToken(world.zaloOf.follower);
  const signedIn = [
    await world.call('signInWithTelegram', '', {}, { initData: launch }),
    await world.call('signInWithTelegram', '', {}, { initData: launch }),
    await world.call('signInWithTelegram', '', {}, { initData: launch.slice(0, -9) }),
    await world.call('signInWithZalo', '', {}, { accessToken }),
    await world.call('signInWithZalo', '', {}, { accessToken: `${accessToken}-forged` }),
  ];
  expect(signedIn.map(({ status }) => status)).toEqual([200, 401, 401, 200, 401]);
  keep(launch, /hash=(\w+)/.exec(launch)?.[1], accessToken, signedIn[0]?.body.session.token);
}

/** Forged calls, and each platform in trouble of another kind. */
async function breakEverything(): Promise<void> {
  const forged = (path: string, headers: Record<string, string>, body: string) =>
    fetch(`${world.api.url}/webhooks/${path}`, { method: 'POST', headers, body });
  const statuses = [
    await forged(
      'telegram',
      { 'x-telegram-bot-api-secret-token': `${telegramSecret}x` },
      `{"update_id":1,"message":{"text":"${CHAT}"}}`,
    ),
    await forged('zalo-bot', { 'x-bot-api-secret-token': `${botSecret}x` }, `{"message":{"text":"${CHAT}"}}`),
    await forged(
      'zalo-oa',
      { 'x-zevent-signature': `mac=${'0'.repeat(64)}` },
      `{"timestamp":"1","message":{"text":"${CHAT}"}}`,
    ),
  ].map(({ status }) => status);
  expect(statuses.every((status) => status >= 400)).toBe(true);
  world.telegram.fail('revoked', Number.POSITIVE_INFINITY);
  world.zalo.fail('/openapi', 'html');
  world.zalo.fail('/bot', 'drop-after');
  world.push.answer('a-browser', 500);
  world.smtp.failAll('try-later');
  const before = world.telegram.calls.length;
  await giveOrder(world, LATE, { templateCode: 'NV12', indicatorCode: 'TT01', work: WORK });
  await eventually(
    () => world.telegram.calls.slice(before).some(({ method }) => method === 'sendMessage'),
    'a send that is refused',
  );
  await world.call('sendTest', world.leader.token, { channelId: 'telegram' });
}

it('are silent about tokens, numbers, words, endpoints and launch data', async () => {
  await useEverything();
  await breakEverything();
  expect(await world.worker.stop()).toBe(0);
  expect(await world.api.stop()).toBe(0);

  const log = `${world.api.log()}${world.worker.log()}`;
  expect(log).toContain('"level":"warn"');
  const { settings } = world.zalo.world;
  keep(world.telegram.token, world.telegram.token.split(':')[1], telegramSecret, botSecret);
  keep(settings.appSecret, settings.oaSecretKey, settings.botToken, world.settings.VAPID_PRIVATE_KEY);
  keep(world.zalo.oauth.issue().accessToken.replace(/\d+$/, ''), 'refresh-token-', 'graph-access-', 'phone-token-');
  keep(TITLE, LATE, WORK, CHAT, '5 lượt dịch vụ công', 'LIENKET', `${world.push.url}/push/`, mailOf(world.mailer));
  for (const person of [world.admin, world.leader, world.deputy, world.follower, world.chatter, world.mailer])
    keep(person.fullName, person.token);
  for (const { phone } of [world.zaloOf.follower, world.zaloOf.chatter]) keep(phone);
  expect([...secrets].filter((secret) => log.includes(secret))).toEqual([]);
  expect(log.match(/tgWebAppData|query_id=|auth_date=|appsecret_proof/g)).toBeNull();
  expect(log.match(/(?<![\w-])(?:\+?84|0)5[\s.-]?\d(?:[\s.-]?\d){7}(?![\w-])/g)).toBeNull();
});
