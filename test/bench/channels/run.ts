/** One order to people of several channels, through the product's planner, chunks and adapters, into the emulators. */
import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { BenchServers } from '../support/bench-database.ts';
import type { Emulated, EmulatorOrder, OverLimit } from './emulators.ts';
import { type Child, startChild, startWorker } from '../support/children.ts';
import { seedTeams } from '../seeds/people.ts';

/** People by the one channel that reaches them. */
export interface Mix {
  telegram: number;
  'zalo-oa': number;
  email: number;
  'web-push': number;
}
export interface Passage {
  /** From the commit of the order to the last state of each channel. */
  seconds: Record<string, number>;
  sent: Record<string, number>;
  overLimit: OverLimit;
}
export interface RunSettings {
  mix: Mix;
  workers: number;
  scaled: boolean;
  telegramIsDead?: boolean;
}

const POLL_MS = 100;
const idOf = (area: number, n: string): string =>
  `(lpad(to_hex(${n}), 8, '0') || '-' || lpad(to_hex(${area}), 4, '0') || '-7000-8000-000000000000')::uuid`;

export const vapid = (() => {
  const { x, y, d } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')]);
  return { publicKey: point.toString('base64url'), privateKey: d ?? '' };
})();

export async function startEmulators({
  mix,
  scaled,
  telegramIsDead = false,
}: RunSettings): Promise<{ child: Child; emulated: Emulated }> {
  const child = startChild('./channels/emulators.ts', [], process.env, process.execArgv);
  await child.answer();
  const order: EmulatorOrder = {
    telegram: mix.telegram,
    zalo: mix['zalo-oa'],
    push: mix['web-push'],
    publicKey: vapid.publicKey,
    realLimits: !scaled,
    telegramIsDead,
  };
  child.process.send(order);
  return { child, emulated: await child.answer<Emulated>() };
}

export function channelEnv({ telegramUrl, telegramToken, zaloUrl, smtpUrl }: Emulated, scaled: boolean) {
  return {
    TELEGRAM_BOT_TOKEN: telegramToken,
    TELEGRAM_API_ROOT: telegramUrl,
    ZALO_APP_ID: '4100000000000000001',
    ZALO_APP_SECRET: 'emulated-app-secret',
    ZALO_OA_SECRET_KEY: 'emulated-oa-secret-key',
    ZALO_OA_PER_MINUTE: scaled ? '6000000' : '100',
    ZALO_URL: zaloUrl,
    SMTP_URL: smtpUrl,
    MAIL_PER_SECOND: scaled ? '1000000' : '50',
    MAIL_FROM: 'Tổ Số <tin@to-so.example>',
    VAPID_PUBLIC_KEY: vapid.publicKey,
    VAPID_PRIVATE_KEY: vapid.privateKey,
    VAPID_SUBJECT: 'mailto:tin@to-so.example',
    PUSH_HOSTS: '127.0.0.1',
    QUIET_FROM: '00:00',
    QUIET_TO: '00:00',
    LOG_LEVEL: 'error',
  };
}

let runs = 0;

export async function passage(servers: BenchServers, settings: RunSettings): Promise<Passage> {
  const { mix, workers: count, scaled } = settings;
  const url = await servers.database(`channels_${(runs += 1)}`);
  const { child: emulators, emulated } = await startEmulators(settings);
  const env = {
    ...process.env,
    ...channelEnv(emulated, scaled),
    DATABASE_URL: url,
    ...(servers.redisUrl && { REDIS_URL: servers.redisUrl, QUEUE_PREFIX: `channels-${runs}` }),
    DATA_DIR: servers.folder,
  };
  const client = new Client({ connectionString: url });
  await client.connect();
  const issuer = startChild('./fan-out.issuer.mjs', [], env);
  const workers: Child[] = [];
  try {
    await issuer.answer();
    const seeded = await seedTeams(
      url,
      Object.values(mix).reduce((a, b) => a + b, 0),
    );
    await giveAddresses(client, mix, emulated);
    for (let n = 0; n < count; n += 1) {
      const tokens = n === 0 ? [JSON.stringify(emulated.zaloTokens)] : [];
      const worker = await startWorker('./channels/worker.mjs', [scaled ? 'scaled' : 'real', ...tokens], env);
      workers.push(worker);
      await worker.answer();
    }
    issuer.process.send(seeded as never);
    const { at } = await issuer.answer<{ at: number }>();
    const { seconds, sent } = await untilSent(client, mix, at, settings.telegramIsDead ? 'telegram' : undefined);
    emulators.process.send('count');
    return { seconds, sent, overLimit: await emulators.answer<OverLimit>() };
  } finally {
    await client.end();
    for (const worker of workers) worker.process.kill('SIGKILL');
    await emulators.stop().catch(() => undefined);
  }
}

/** The time at which each channel had its last state; a dead channel is not waited for. */
async function untilSent(client: Client, mix: Mix, from: number, dead: string | undefined) {
  const seconds: Record<string, number> = {};
  const sent: Record<string, number> = {};
  const wanted = Object.entries(mix).filter(([channel, people]) => people > 0 && channel !== dead);
  while (wanted.some(([channel]) => seconds[channel] === undefined)) {
    await wait(POLL_MS);
    const { rows } = await client.query<{ channel: string; done: number; sent: number }>(
      'select channel, sum(sent + failed + unknown + skipped)::int as done, sum(sent)::int as sent from delivery_chunks group by 1',
    );
    for (const row of rows) {
      sent[row.channel] = row.sent;
      if (row.done >= (mix[row.channel as keyof Mix] ?? 0)) seconds[row.channel] ??= (Date.now() - from) / 1000;
    }
  }
  return { seconds, sent };
}

/** Each person gets one address in one channel: people in order, channel after channel, mixed over teams and chunks. */
async function giveAddresses(
  client: Client,
  mix: Mix,
  { zaloUsers, telegramUsers, browsers }: Emulated,
): Promise<void> {
  const total = Object.values(mix).reduce((a, b) => a + b, 0);
  await client.query(
    `create temp table order_of as select n, (row_number() over (order by md5(n::text)))::int as k from generate_series(1, ${total}) n`,
  );
  const [telegram, zalo, push] = [mix.telegram, mix['zalo-oa'], mix['web-push']];
  const person = idOf(5, 'o.n');
  const account = (space: string, from: number, area: number) =>
    `insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
     select ${idOf(area, 'o.n')}, ${person}, '${space}', s.scope, ($1::text[])[o.k - ${from}], 'code', now()
       from order_of o join account_scopes s on s.space = '${space}' where o.k > ${from} and o.k <= ${from} + cardinality($1::text[])`;
  await client.query(account('telegram', 0, 21), [telegramUsers]);
  await client.query(account('zalo-oa', telegram, 22), [zaloUsers]);
  await client.query(
    `insert into address_states (channel, address, last_inbound_at, changed_at) select 'zalo-oa', u, now(), now() from unnest($1::text[]) u`,
    [zaloUsers],
  );
  const isPushed = `o.k > ${telegram + zalo} and o.k <= ${telegram + zalo + push}`;
  await client.query(
    `insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, slides_seconds)
     select ${idOf(23, 'o.n')}, ${person}, decode(md5(o.n::text), 'hex'), 'bench', now(), now(), now() + interval '90 days', 7776000 from order_of o where ${isPushed}`,
  );
  await client.query(
    `insert into push_subscriptions (id, person_id, session_id, endpoint_hash, address, created_at)
     select ${idOf(24, 'o.n')}, ${person}, ${idOf(23, 'o.n')}, decode(md5(o.n::text), 'hex'), ($1::text[])[o.k - ${telegram + zalo}], now() from order_of o where ${isPushed}`,
    [browsers],
  );
  await client.query(
    `delete from emails e using order_of o where e.person_id = ${person} and o.k <= ${telegram + zalo + push}`,
  );
  await client.query('analyze');
}
