/** One morning: fresh database, so many API processes, a worker, an order, everybody's phone, and the reckoning. */
import { constants, setPriority } from 'node:os';
import { Client } from 'pg';
import { type LaunchKeys, makeLaunchKeys } from '../../emulators/telegram-launch.ts';
import type { BenchServers } from '../support/bench-database.ts';
import { type Child, startChild, startWorker } from '../support/children.ts';
import { startInstalled } from '../support/installed.ts';
import { seedTeams } from '../seeds/people.ts';
import { type Ledger, reckon, untilToldAll } from './ledger.ts';
import { Meter } from './meter.ts';
import { type Rush, rush, telegramIdOf, warmUp } from './phones.ts';
import { Watch, type Watched } from './watch.ts';

const DB_POOL = 12;
const BOT_ID = '7100000001';
/** What is left after the last arrival has this long, in parts of the rush, and two minutes at least. */
const DRAIN = 3;

export interface Settings {
  name: string;
  members: number;
  seconds: number;
  processes: number;
  picture: (n: number) => Buffer;
}
export interface Round {
  meter: Meter;
  ledger: Ledger;
  /** Requests per second, from the first arrival to the last answer. */
  rps: number;
  seconds: number;
  rssPeakMb: number;
  /** The same before the first arrival: what starting and a little work have taken. */
  rssStartMb: number;
  /** The memory of the last quarter of the arrivals against that of the second. */
  rssGrowth: number;
  report: string[];
}

/** Everybody has opened the mini-app in Telegram before. The scope's row stands there since an API process has started. */
async function tieAccounts(client: Client, members: number): Promise<void> {
  await client.query(
    `insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
     select gen_random_uuid(), p.id, 'telegram', $1, (${telegramIdOf(0)} + p.n)::text, 'invite', now()
       from (select id, row_number() over (order by id) as n from people) p where p.n <= $2`,
    [BOT_ID, members],
  );
  await client.query('vacuum analyze');
}

/** The address names the process: the watch counts connections by it. */
function named(url: string, name: string): string {
  const address = new URL(url);
  address.searchParams.set('application_name', name);
  return address.href;
}

async function startAll(
  servers: BenchServers,
  url: string,
  keys: LaunchKeys,
  { members, seconds, processes }: Settings,
) {
  const env = {
    ROLE: 'api',
    MIGRATE: 'off',
    DB_POOL: String(DB_POOL),
    DATA_DIR: servers.folder,
    LOG_LEVEL: 'error',
  };
  const telegram = { TELEGRAM_BOT_TOKEN: keys.token, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' };
  const api: Watched[] = [];
  for (let n = 1; n <= processes; n += 1) {
    const started = await startInstalled({ ...env, ...telegram, DATABASE_URL: named(url, `api ${n}`) });
    api.push({ name: `api ${n}`, pid: started.pid, url: started.url });
  }
  // As fast as its messages fill the time of the arrivals: a channel of a real platform has its pace too.
  const pace = String(Math.ceil(members / seconds));
  const workerEnv = { ...process.env, DATABASE_URL: named(url, 'worker'), DATA_DIR: servers.folder };
  const worker = await startWorker('./fan-out.worker.mjs', [String(members), pace], workerEnv);
  await worker.answer();
  const pid = worker.process.pid as number;
  setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL); // As main.ts does.
  return { api, worker, watched: [...api, { name: 'worker', pid, url: '' }] };
}

export async function morning(servers: BenchServers, settings: Settings): Promise<Round> {
  const { name, members, seconds } = settings;
  const url = await servers.database(`morning_${name}`);
  const keys = makeLaunchKeys(`${BOT_ID}:invented-token-of-a-bench-bot`);
  const client = new Client({ connectionString: url });
  await client.connect();
  const children: Child[] = [];
  try {
    const seeded = await seedTeams(url, members);
    await tieAccounts(client, members);
    const issuer = startChild('./fan-out.issuer.mjs', [], {
      ...process.env,
      DATABASE_URL: url,
      DATA_DIR: servers.folder,
    });
    children.push(issuer);
    const { api, worker, watched } = await startAll(servers, url, keys, settings);
    children.push(worker);
    await issuer.answer();
    const given: Rush = {
      keys,
      urls: api.map((one) => one.url),
      members,
      seconds,
      picture: settings.picture,
      meter: new Meter(),
      drainSeconds: Math.max(120, DRAIN * seconds),
    };
    await warmUp(given);
    issuer.process.send(seeded as never);
    await issuer.answer();
    return await measured(client, watched, given);
  } finally {
    await client.end();
    for (const child of children) child.process.kill('SIGKILL');
  }
}

async function measured(client: Client, watched: readonly Watched[], given: Rush): Promise<Round> {
  const { members, seconds, meter, drainSeconds } = given;
  const watch = new Watch(watched, client);
  const rssStartMb = watch.peakMb();
  watch.start();
  const from = performance.now();
  const told = await rush(given);
  await watch.stop();
  const all = await untilToldAll(client, members, drainSeconds);
  const ledger = await reckon(client, told);
  if (!all) ledger.findings.push('the order was not told to everybody in time');
  const took = (meter.lastAnswer - from) / 1_000;
  return {
    meter,
    ledger,
    rps: meter.took.length / took,
    seconds: took,
    rssPeakMb: watch.peakMb(),
    rssStartMb,
    rssGrowth: watch.growth(from, from + seconds * 1_000),
    report: watch.report(DB_POOL, from + seconds * 1_000),
  };
}
