/**
 * 20,000 people are told of orders by e-mail while the worker is killed with SIGKILL again and again, PostgreSQL is
 * restarted twice and Redis once, empty. In the first half the queue is on PostgreSQL, in the second on Redis: the rows
 * are the truth, so it may even be changed on the way. An SMTP server counts what arrives in every mailbox.
 *
 *   npm run bench -- faults [--kills 10] [--people 20000] [--backend both|postgres|redis]
 *   npm run bench -- faults --during reorganisation [--kills 20] [--teams 1000]
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { hashToken, newToken } from '#platform/auth';
import { killProcesses, type ServerProcess } from '../support/processes.ts';
import { startInstalled } from './support/installed.ts';
import { startSmtpEmulator, type SmtpEmulator } from '../emulators/smtp.ts';
import type { Bench } from './support/bench.ts';
import {
  type RestartableDatabase,
  redisServer,
  type RedisServer,
  restartableDatabase,
} from './support/bench-database.ts';
import { faultsDuringReform } from './reorganisation/faults.ts';
import { type Seeded, seedTeams } from './seeds/people.ts';

const ORDERS = 20;
/** So fast that work is left for every kill, and so slow that most kills meet sends in flight. */
const MAILS_PER_SECOND = 250;
const LIFE_MS = { least: 300, most: 1_800 };
const PATIENCE_MS = 420_000;

class Trouble {
  private readonly counted = new Set<string>();
  inFlight = 0;
  kills = 0;
  restarts = 0;

  constructor(private readonly url: string) {}

  /** Deliveries that may have been handed to the server when their worker fell: each claim is counted once. */
  async note(): Promise<void> {
    const rows = await query<{ claim: string; n: number }>(
      this.url,
      `select c.claim, count(*)::int as n from delivery_chunks c join deliveries d on d.chunk_id = c.id and d.state = 'due' and d.position < c.attempted where c.state = 'claimed' group by 1`,
    );
    for (const { claim, n } of rows) {
      if (this.counted.has(claim)) continue;
      this.counted.add(claim);
      this.inFlight += n;
    }
  }
}

async function query<T>(url: string, sql: string, parameters: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql, parameters)).rows as T[];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Until the database or the server behind it is back. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + 60_000; ; await wait(200)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

async function officerToken(url: string, { officerId }: Seeded): Promise<string> {
  const { token } = newToken();
  await query(
    url,
    `insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at) values ($1, $2, $3, 'bench', now(), now(), now() + interval '1 day')`,
    [randomUUID(), officerId, hashToken(token)],
  );
  return token;
}

async function issue(
  api: ServerProcess,
  token: string,
  { districtId, directiveId }: Seeded,
  teamIds: string[],
  number: number,
): Promise<void> {
  const dueOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const key = randomUUID();
  const body = {
    unitId: districtId,
    templateCode: 'NV03',
    title: `Việc số ${number}`,
    work: 'Việc để thử khi máy hỏng.',
    indicatorCode: 'CQ02',
    target: teamIds.length,
    dueOn,
    directiveId,
    evidence: ['count'],
    shares: teamIds.map((teamId) => ({ teamId, target: 1 })),
  };
  await insist(async () => {
    const answer = await fetch(`${api.url}/api/v1/assignments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`the order was answered with ${answer.status} ${await answer.text()}`);
  });
}

const openWork = `
  select (select count(*) from outbox where published_at is null) + (select count(*) from event_handlings where done_at is null) + (select count(*) from messages where planned_at is null)
       + (select count(*) from delivery_chunks where state <> 'done' or retry_at is not null) + (select count(*) from deliveries where state in ('due', 'claimed')) as n`;

/** Waits until nothing is open; gives what is still open when patience ends. */
async function settled(url: string): Promise<number> {
  let open = 0;
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await wait(1_000)) {
    open = Number((await insist(() => query<{ n: string }>(url, openWork)))[0]?.n);
    if (open === 0) return 0;
  }
  return open;
}

async function measure(
  url: string,
  smtp: SmtpEmulator,
  people: number,
  trouble: Trouble,
  stuck: number,
): Promise<Record<string, number>> {
  const mailboxes = Array.from({ length: people }, (_, i) => smtp.counts.get(`p${i + 1}@bench.example`) ?? 0);
  const [inbox] = await query<{ all: number; people: number }>(
    url,
    'select count(*)::int as all, count(distinct person_id)::int as people from notifications',
  );
  const states = await query<{ state: string; n: number }>(
    url,
    'select state, count(*)::int as n from deliveries group by 1',
  );
  return {
    kills: trouble.kills,
    restarts: trouble.restarts,
    missing: mailboxes.filter((count) => count === 0).length + (people - (inbox?.people ?? 0)),
    inbox_duplicates: (inbox?.all ?? 0) - (inbox?.people ?? 0),
    external_duplicates: mailboxes.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    in_flight_at_kills: trouble.inFlight,
    stuck,
    unknown: states.find(({ state }) => state === 'unknown')?.n ?? 0,
  };
}

interface Stage {
  database: RestartableDatabase;
  url: string;
  smtp: SmtpEmulator;
  redis: RedisServer | undefined;
  seeded: Seeded;
  trouble: Trouble;
  /** Which share of the kills happens on Redis. */
  redisFrom: number;
}

async function storm(stage: Stage, kills: number): Promise<void> {
  const { database, url, smtp, redis, seeded, trouble } = stage;
  const base = {
    DATABASE_URL: url,
    DATA_DIR: database.folder,
    MIGRATE: 'off',
    HOLD_SECONDS: '0',
    LOG_LEVEL: 'error',
    SMTP_URL: smtp.url,
    MAIL_PER_SECOND: String(MAILS_PER_SECOND),
    SHUTDOWN_SECONDS: '5',
  };
  const api = await startInstalled({ ...base, ROLE: 'api' });
  const token = await officerToken(url, seeded);
  const perOrder = Math.ceil(seeded.teamIds.length / ORDERS);
  const worker = (number: number) =>
    startInstalled({ ...base, ROLE: 'worker', ...(redis && number >= stage.redisFrom && { REDIS_URL: redis.url }) });
  let issued = 0;
  for (let number = 0; number < kills; number++) {
    const running = await worker(number);
    for (const until = Math.ceil(((number + 1) * ORDERS) / kills); issued < until; issued++)
      await issue(api, token, seeded, seeded.teamIds.slice(issued * perOrder, (issued + 1) * perOrder), issued + 1);
    await wait(LIFE_MS.least + Math.random() * (LIFE_MS.most - LIFE_MS.least));
    if (number === Math.floor(kills / 4) || number === Math.floor((kills * 3) / 4)) {
      await database.restart();
      trouble.restarts += 1;
      await insist(() => trouble.note());
    }
    if (redis && number === stage.redisFrom + Math.floor((kills - stage.redisFrom) / 2)) {
      await redis.kill();
      await redis.start();
      trouble.restarts += 1;
    }
    await running.kill();
    trouble.kills += 1;
    await insist(() => trouble.note());
  }
  await worker(kills);
}

export const bench: Bench = {
  name: 'faults',
  defaults: { kills: 10, people: 20_000, backend: 'both', during: 'orders', teams: 1_000 },
  async run(params) {
    if (params['during'] === 'reorganisation')
      return faultsDuringReform({ kills: Number(params['kills']), teams: Number(params['teams']) });
    const { kills, people } = { kills: Number(params['kills']), people: Number(params['people']) };
    const hasRedis = params['backend'] !== 'postgres' && spawnSync('redis-server', ['--version']).status === 0;
    if (!hasRedis && params['backend'] === 'redis')
      throw new Error('no redis-server on this machine: install it or take --backend postgres');
    const database = await restartableDatabase();
    const smtp = await startSmtpEmulator({ keep: false });
    const redis = hasRedis ? await redisServer() : undefined;
    try {
      await redis?.start();
      const url = await database.create('faults');
      const setUp = await startInstalled({ DATABASE_URL: url, DATA_DIR: database.folder, ROLE: 'api' });
      await setUp.stop();
      const seeded = await seedTeams(url, people);
      const trouble = new Trouble(url);
      await storm(
        {
          database,
          url,
          smtp,
          redis,
          seeded,
          trouble,
          redisFrom: params['backend'] === 'redis' ? 0 : Math.floor(kills / 2),
        },
        kills,
      );
      const metrics = await measure(url, smtp, people, trouble, await settled(url));
      return {
        metrics,
        missed: [
          ...(metrics['missing'] === 0 ? [] : [`${metrics['missing']} are missing`]),
          ...(metrics['inbox_duplicates'] === 0 ? [] : [`${metrics['inbox_duplicates']} inbox entries too many`]),
          ...((metrics['external_duplicates'] ?? 0) <= (metrics['in_flight_at_kills'] ?? 0)
            ? []
            : ['more duplicates than sends in flight']),
          ...(metrics['stuck'] === 0 ? [] : [`${metrics['stuck']} are stuck`]),
        ],
      };
    } finally {
      await killProcesses();
      await redis?.stop();
      await smtp.stop();
      await database.stop();
      rmSync(database.folder, { recursive: true, force: true });
    }
  },
};
