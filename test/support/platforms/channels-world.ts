/**
 * One team on every channel, with real processes: one that serves, one that works, emulated platforms around them. Its
 * address is a name that only the emulated platforms can resolve, so that messages have the form of a real installation.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import webPush from 'web-push';
import { v7 } from 'uuid';
import { pathTo, type RouteId, routes } from '#contracts';
import { addDays, dateInVietnam } from '#i18n';
import { MembershipApi } from '#modules/membership';
import { sql } from '#platform/database';
import { type PushEmulator, startPushEmulator } from '../../emulators/push.ts';
import { type SmtpEmulator, startSmtpEmulator } from '../../emulators/smtp.ts';
import { startTelegramEmulator, type TelegramEmulator } from '../../emulators/telegram.ts';
import { type FakePerson, startZaloEmulator, type ZaloEmulator } from '../../emulators/zalo.ts';
import { startApp, type TestApp } from '../app.ts';
import { databaseForSuite } from '../database.ts';
import { buildVillage, orderInput, type Village } from '../orders.ts';
import { buildMember, buildOfficer, type TestPerson } from '../people.ts';
import { type ServerProcess, startProcess } from '../processes.ts';

export const PUBLIC_URL = 'https://to-so.example';
export const TELEGRAM_USER = 5_110_001;
export const telegramSecret = 'emulated-telegram-secret-01';
export const botSecret = 'emulated-bot-secret-01';
const BROWSER = 'a-browser';

const PATIENCE_MS = 45_000;
const LOOK_MS = 50;

/** Asks until it holds: two processes and their queues work meanwhile. @throws Error naming what did not come to hold */
export async function eventually(holds: () => unknown, what = 'it'): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !(await holds()); await pause(LOOK_MS))
    if (performance.now() > end) throw new Error(`${what} never came to hold`);
}

interface Platforms {
  telegram: TelegramEmulator;
  zalo: ZaloEmulator;
  push: PushEmulator;
  smtp: SmtpEmulator;
  settings: Record<string, string>;
}

export interface ChannelsWorld extends Platforms {
  /** For builders and for looking into the database; serves nobody. */
  app: TestApp;
  village: Village;
  api: ServerProcess;
  worker: ServerProcess;
  admin: TestPerson;
  /** Telegram, and a mailbox besides. */
  leader: TestPerson;
  /** An installed browser app that takes pushes. */
  deputy: TestPerson;
  /** Zalo, follows the Official Account. */
  follower: TestPerson;
  /** A deputy with Zalo, who has found the bot. */
  chatter: TestPerson;
  /** E-mail and nothing else. */
  mailer: TestPerson;
  zaloOf: { follower: FakePerson; chatter: FakePerson };
  call(route: RouteId, token: string, params?: Record<string, string>, body?: unknown, key?: string): Promise<Heard>;
  /** What waits at the platforms goes to the server, each webhook so many times. */
  deliver(times?: 1 | 2): Promise<void>;
  stop(): Promise<void>;
}

// oxlint-disable-next-line typescript/no-explicit-any
type Heard = { status: number; body: any };

export const mailOf = (person: TestPerson): string => `${person.id}@xa.example`;
const digits = (e164: string): string => e164.slice(1);

async function startPlatforms(reach: (url: string) => string): Promise<Platforms> {
  const vapid = webPush.generateVAPIDKeys();
  const now = () => new Date();
  const telegram = await startTelegramEmulator({ now, reach });
  const zalo = await startZaloEmulator({ now, reach, receipts: true });
  const push = await startPushEmulator({ now, publicKey: vapid.publicKey });
  const smtp = await startSmtpEmulator();
  const { appId, appSecret, oaId, oaSecretKey, botToken } = zalo.world.settings;
  const settings = {
    PUBLIC_URL,
    SMTP_URL: smtp.url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_BOT_NAME: 'to_so_bot',
    TELEGRAM_APP_LINK: 'https://t.me/to_so_bot/to_so',
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_WEBHOOK_SECRET: telegramSecret,
    ZALO_URL: zalo.url,
    ZALO_APP_ID: appId,
    ZALO_APP_SECRET: appSecret,
    ZALO_OA_ID: oaId,
    ZALO_OA_SECRET_KEY: oaSecretKey,
    ZALO_BOT_TOKEN: botToken,
    ZALO_BOT_SECRET: botSecret,
    VAPID_PUBLIC_KEY: vapid.publicKey,
    VAPID_PRIVATE_KEY: vapid.privateKey,
    VAPID_SUBJECT: 'mailto:van-hanh@to-so.example',
    PUSH_HOSTS: '127.0.0.1',
    HOLD_SECONDS: '0',
    QUIET_FROM: '00:00',
    QUIET_TO: '00:00',
  };
  return { telegram, zalo, push, smtp, settings };
}

/** @param env further variables of the two processes, for instance LOG_LEVEL */
export async function startChannelsWorld(env: Record<string, string> = {}): Promise<ChannelsWorld> {
  const server = { url: '' };
  const platforms = await startPlatforms((url) => url.replace(PUBLIC_URL, server.url));
  const databaseUrl = await databaseForSuite();
  const shared = { DATABASE_URL: databaseUrl, DB_POOL: '6', ...platforms.settings, ...env };
  const app = await startApp({ ROLE: 'api', DATABASE_URL: databaseUrl });
  const village = await buildVillage(app, { hamlets: 1 });
  const people = await peopleOf(app, village);
  const api = await startProcess({ ...shared, ROLE: 'api' });
  server.url = api.url;
  const worker = await startProcess({ ...shared, ROLE: 'worker' });
  const { telegram, zalo } = platforms;
  await eventually(
    () => telegram.calls.some(({ method }) => method === 'setWebhook') && Boolean(zalo.webhooks.url('bot')),
  );
  const zaloOf = await phonesOf(app, people, platforms);
  const world: ChannelsWorld = {
    ...platforms,
    ...people,
    app,
    village,
    api,
    worker,
    zaloOf,
    call: (route, token, params, body, key) => callOver(api.url, route, token, params, body, key),
    async deliver(times = 1) {
      await telegram.deliverUpdates(times === 2);
      await zalo.webhooks.flush(times);
    },
    stop: () => stopPlatforms(platforms),
  };
  await authorise(world);
  return world;
}

async function peopleOf(app: TestApp, village: Village) {
  const [team] = village.teams;
  if (!team) throw new Error('the village has no team');
  const follower = await buildMember(app, { teamId: team.id });
  const chatter = await buildMember(app, { teamId: team.id, role: 'deputy' });
  const admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  const people = { leader: team.leader, deputy: team.deputy, mailer: team.member, follower, chatter, admin };
  for (const person of [people.mailer, people.leader])
    await app.database.rows(
      sql`insert into emails (id, person_id, address, is_primary, added_at)
        values (${v7()}, ${person.id}, ${mailOf(person)}, true, ${app.clock.now()})`,
    );
  return people;
}

async function phonesOf(app: TestApp, people: Record<'leader' | 'follower' | 'chatter', TestPerson>, of: Platforms) {
  const number = async ({ id }: TestPerson) =>
    digits(
      (await app.database.one<{ e164: string }>(sql`select e164 from phones where person_id = ${id}`))?.e164 ?? '',
    );
  of.telegram.person(TELEGRAM_USER, { firstName: people.leader.fullName, phone: await number(people.leader) });
  const person = async (who: TestPerson) => of.zalo.world.person({ name: who.fullName, phone: await number(who) });
  return { follower: await person(people.follower), chatter: await person(people.chatter) };
}

/** The account's administrator agrees in a browser, and the webhook's address is typed into Zalo's console. */
async function authorise(world: ChannelsWorld): Promise<void> {
  const { body } = await world.call('authoriseOa', world.admin.token);
  const answer = await fetch(String(body.url));
  if (!answer.ok) throw new Error(`the consent was answered ${answer.status}`);
  await world.zalo.registerWebhook(`${PUBLIC_URL}/webhooks/zalo-oa`);
}

async function callOver(
  base: string,
  route: RouteId,
  token: string,
  params: Record<string, string> = {},
  body?: unknown,
  key: string = randomUUID(),
): Promise<Heard> {
  const { method } = routes[route];
  const answer = await fetch(`${base}/api/v1${pathTo(routes[route], params)}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      'idempotency-key': key,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: /^[{[]/.test(text) ? JSON.parse(text) : text };
}

async function stopPlatforms({ telegram, zalo, push, smtp }: Platforms): Promise<void> {
  await Promise.all([telegram.stop(), zalo.stop(), push.stop(), smtp.stop()]);
}

/** What came on the phone after `action`: the first text for which `fits` holds. */
export async function heard(texts: () => string[], fits: (text: string) => boolean, action: () => Promise<unknown>) {
  const before = texts().length;
  await action();
  const found = () => texts().slice(before).find(fits);
  await eventually(() => found() !== undefined);
  return found() as string;
}

/**
 * The follower's words name a kind of work that the order counts too, so that the chat asks which is meant.
 * @returns the number that answers "this order"
 */
export async function numberAskedOf(world: ChannelsWorld, { title }: Order, times: 1 | 2 = 1): Promise<string> {
  const rowOf = (text: string) => text.split('\n').find((row) => row.endsWith(`. Cộng vào: ${title}`));
  const asked = await heard(
    () => textsOf.follower(world),
    (text) => rowOf(text) !== undefined,
    () => (world.zalo.says(world.zaloOf.follower, '5 lượt dịch vụ công'), world.deliver(times)),
  );
  return rowOf(asked)?.split('.')[0] ?? '';
}

/** The follower answers what {@link numberAskedOf} heard. @returns what was written down */
export function answersFromZalo(world: ChannelsWorld, number: string, times: 1 | 2 = 1): Promise<string> {
  return heard(
    () => textsOf.follower(world),
    (text) => text.startsWith('Đã ghi'),
    () => (world.zalo.says(world.zaloOf.follower, number), world.deliver(times)),
  );
}

export const textsOf = {
  telegram: ({ telegram }: ChannelsWorld) => telegram.received(TELEGRAM_USER).map(({ text }) => text),
  follower: ({ zaloOf }: ChannelsWorld) => zaloOf.follower.received.map(({ text }) => text),
  chatter: ({ zaloOf }: ChannelsWorld) => zaloOf.chatter.received.map(({ text }) => text),
  mail: ({ smtp }: ChannelsWorld, person: TestPerson) =>
    smtp.mails.filter(({ to }) => to === mailOf(person)).map(({ text }) => text),
  push: ({ push }: ChannelsWorld) => push.received(BROWSER).map(({ payload }) => JSON.stringify(payload)),
};

/** Everybody proves their account: a number, an invite, a code of one's own; the browser asks for pushes. */
export async function linkEverybody(world: ChannelsWorld): Promise<void> {
  const { telegram, zalo, zaloOf, app, push, call } = world;
  const always = () => true;
  await heard(
    () => textsOf.telegram(world),
    (text) => text.includes(world.leader.fullName),
    () => (telegram.shareContact(TELEGRAM_USER), world.deliver()),
  );
  const [yes] = telegram.received(TELEGRAM_USER).at(-1)?.buttons ?? [];
  await heard(
    () => textsOf.telegram(world),
    always,
    () => {
      telegram.press(TELEGRAM_USER, yes?.text ?? '');
      return world.deliver();
    },
  );
  const { code } = await app.get(MembershipApi).freshInvite(world.follower.id);
  await heard(
    () => textsOf.follower(world),
    always,
    () => {
      zalo.says(zaloOf.follower, `LIENKET ${code}`);
      return world.deliver();
    },
  );
  const { body } = await call('createLinkCode', world.chatter.token);
  const way = (body.ways as { space: string; text: string }[]).find(({ space }) => space === 'zalo-bot');
  await heard(
    () => textsOf.chatter(world),
    always,
    () => {
      zalo.bot.hears(zaloOf.chatter, way?.text ?? '');
      return world.deliver();
    },
  );
  const { endpoint, keys } = JSON.parse(push.subscribe(BROWSER)) as { endpoint: string; keys: object };
  await call('subscribePush', world.deputy.token, {}, { endpoint, keys });
}

export interface Order {
  id: string;
  taskId: string;
  title: string;
}

/** An order to the team, of the kind that "lượt dịch vụ công" counts for. */
export async function giveOrder(world: ChannelsWorld, title: string, changes: object = {}): Promise<Order> {
  const { village, call } = world;
  const dueOn = addDays(dateInVietnam(new Date()), 7);
  const input = orderInput(village, { title, dueOn, indicatorCode: 'CQ01', ...changes });
  const { body: plan } = await call('previewAssignment', village.officer.token, {}, input);
  const knowsOfSimilar = (plan.similar as { assignmentId: string }[]).map(({ assignmentId }) => assignmentId);
  const { status, body } = await call('issueAssignment', village.officer.token, {}, { ...input, knowsOfSimilar });
  if (status !== 201) throw new Error(`the order was refused: ${JSON.stringify(body)}`);
  const { body: tasks } = await call('assignmentTasks', village.officer.token, { assignmentId: body.id });
  return { id: body.id as string, taskId: tasks.items[0].taskId as string, title };
}

export async function taskOf({ village, call }: ChannelsWorld, { id }: Order) {
  return (await call('assignmentTasks', village.officer.token, { assignmentId: id })).body.items[0];
}
