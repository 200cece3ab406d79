/**
 * Ten years of use, erased by the worker as built while members read: what of the figures and sums differs afterwards, what
 * older than its rule is left, and how long "my tasks" takes beside it, in turns. Then another year comes and goes: a table
 * that has grown by then grows for ever.
 *
 *   npm run bench -- retention [--teams 1000] [--years 10] [--rounds 3] [--readers 8]
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { Client } from 'pg';
import { keepingTerms, type KeepingKind } from '#contracts/organization/keeping-terms';
import { fileIn, filesFolder } from '#platform/files';
import { killProcesses } from '../support/processes.ts';
import { startInstalled } from './support/installed.ts';
import { type BenchServers, startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { type Child, startWorker } from './support/children.ts';
import { seedMonths } from './seeds/decade.ts';
import { type Reader, seedTasks } from './seeds/tasks.ts';
import { COUNTRY, idOf, seedYear } from './seeds/year.ts';

const bars = { sumsDiffer: 0, leftOver: 0, p99: 1.5, growth: 1.05 } as const;
const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;
const SECONDS = 8;
/** So long a member's 99th of a hundred requests is measured before anything else happens. */
const WARM_SECONDS = 3;
const FILES = 1_000;

type Params = Record<'teams' | 'years' | 'rounds' | 'readers', number>;
const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What reports and orders say, as rows of text: figures, facts, attendance, teams, how each order was told, photos. */
const sums = [
  `select 'line', commune_id, indicator_code, sum(value), sum(confirmed_value), count(*) from counted_lines group by 2, 3`,
  `select 'fact', report_id, count(*), count(*) filter (where is_late) from report_facts group by 2`,
  `select 'report', unit_id, state, count(*), sum(version) from reports group by 2, 3`,
  `select 'seen', s.commune_id, count(*) from check_ins c join training_sessions s on s.id = c.session_id group by 2`,
  `select 'member', team_id, count(*) from team_members group by 2`,
  `select 'told', m.assignment_id, c.channel, max(m.people), sum(c.size), sum(c.sent), sum(c.failed) from messages m join delivery_chunks c on c.message_id = m.id where m.kind = 'taskAssigned' group by 2, 3`,
  `select 'photo', entry_id, count(*) filter (where content_hash is not null or erased_at is not null) from photos group by 2`,
];

async function sumsOf(client: Client): Promise<Set<string>> {
  const found = new Set<string>();
  for (const text of sums) {
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
    for (const row of rows) found.add(JSON.stringify(row));
  }
  return found;
}

const before = (kind: KeepingKind): string =>
  `$1::timestamptz - interval '${keepingTerms[kind].usual} ${keepingTerms[kind].unit}'`;
/** Written beside the product, which has statements of its own. */
const over: [what: string, count: string][] = [
  ['outbox', `from outbox where occurred_at < ${before('keepLog')}`],
  ['access_log', `from access_log where at < ${before('keepLog')}`],
  ['access_acts', `from access_acts where at < ${before('keepLog')}`],
  ['notifications', `from notifications where created_at < ${before('keepInbox')}`],
  [
    'messages',
    `from messages where created_at < ${before('keepInbox')} - interval '1 day' and (kind <> 'taskAssigned' or params <> '{}' or sender_id is not null)`,
  ],
  ['delivery_rows', `from delivery_rows where changed_at < ${before('keepDeliveries')}`],
  ['photos', `from photos where stored_at < ${before('keepPhotos')}`],
  [
    'phones',
    `from phones f where not exists (select 1 from person_places p where p.person_id = f.person_id and (upper_inf(p.validity) or upper(p.validity) > (${before('keepLeavers')})::date))`,
  ],
  ['assignment_drafts', `from assignment_drafts where saved_at < ${before('keepDrafts')}`],
  ['list_jobs', `from list_jobs where asked_at < ${before('keepLists')}`],
  ['sessions', `from sessions where least(ended_at, expires_at) < ${before('keepSessions')}`],
  ['webhook_events', `from webhook_events where received_at < ${before('keepWebhooks')}`],
  ['command_answers', `from command_answers where started_at < $1::timestamptz - interval '90 days'`],
];

async function leftOver(client: Client, now: Date): Promise<number> {
  let left = 0;
  for (const [what, count] of over) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n ${count}`, [now]);
    if (rows[0]?.n) console.log(`  ${rows[0].n} left over in ${what}`);
    left += rows[0]?.n ?? 0;
  }
  return left;
}

/** Rows of each table that the worker erases from. */
async function rowsOf(client: Client): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  for (const [table] of over) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    counted.set(table, rows[0]?.n ?? 0);
  }
  return counted;
}

/** Half of them are named by photos; the other half by nothing. */
async function seedFiles(client: Client, dataDir: string, old: Date): Promise<void> {
  const { rows } = await client.query<{ hash: string }>(
    `select content_hash as hash from photos where content_hash is not null order by stored_at desc limit ${FILES / 2}`,
  );
  const names = [
    ...rows.map(({ hash }) => hash),
    ...Array.from({ length: FILES / 2 }, () => createHash('sha256').update(randomBytes(32)).digest('hex')),
  ];
  for (const hash of names) {
    const path = fileIn(filesFolder(dataDir), `${hash}.jpg`);
    mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
    writeFileSync(path, randomBytes(1_000));
    utimesSync(path, old, old);
  }
}

const filesLeft = (dataDir: string): number =>
  readdirSync(filesFolder(dataDir), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;

async function p99(url: string, readers: Reader[], duration: number): Promise<number> {
  const result = await autocannon({
    url,
    connections: readers.length,
    duration,
    requests: readers.map(({ token }) => ({
      method: 'GET' as const,
      path: '/api/v1/me/tasks?limit=20',
      headers: { authorization: `Bearer ${token}` },
    })),
  });
  if (result.non2xx + result.errors + result.timeouts > 0) {
    const one = await fetch(`${url}/api/v1/me/tasks?limit=20`, {
      headers: { authorization: `Bearer ${readers[0]?.token}` },
    });
    throw new Error(`"my tasks" was not answered: ${one.status} ${(await one.text()).slice(0, 300)}`);
  }
  return result.latency.p99;
}

async function told<T>(worker: Child, message: 'round' | 'all'): Promise<T> {
  worker.process.send(message);
  return worker.answer<T>();
}

/** Members read alone and beside a round of the worker, in turns. */
async function besideMembers(url: string, readers: Reader[], worker: Child, rounds: number): Promise<number> {
  const alone: number[] = [];
  const beside: number[] = [];
  await p99(url, readers, WARM_SECONDS);
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await p99(url, readers, SECONDS));
    const [latency] = await Promise.all([p99(url, readers, SECONDS), told(worker, 'round')]);
    beside.push(latency);
  }
  console.log(`  p99 alone ${alone.join(', ')} ms, beside the worker ${beside.join(', ')} ms`);
  return middle(beside) / middle(alone);
}

interface Installation {
  client: Client;
  url: string;
  dataDir: string;
  months: { teams: number; communes: number; epoch: string };
}

const environment = ({ url, dataDir }: Installation, now: Date) => ({
  DATABASE_URL: url,
  DATA_DIR: dataDir,
  MIGRATE: 'off',
  LOG_LEVEL: 'error',
  CLOCK: now.toISOString(),
});

async function startEraser(of: Installation, now: Date): Promise<Child> {
  const worker = await startWorker('./retention.worker.mjs', [], { ...process.env, ...environment(of, now) });
  await worker.answer();
  return worker;
}

async function build(servers: BenchServers, { teams, years }: Params): Promise<Installation> {
  const url = await servers.database('decade');
  await seedYear(url, teams);
  const client = new Client({ connectionString: url });
  await client.connect();
  // The server ends with the bench, also where something has failed before.
  client.on('error', () => undefined);
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'`);
  await client.query(`update people set created_at = '2015-01-01'`);
  await client.query(
    `insert into directives (id, unit_id, kind, number, issued_on, issuer, abstract, validity) values (${idOf(9, '1')}, ${idOf(1, '1')}, 'plan', '1/KH', '2022-01-01', 'UBND', 'Kế hoạch', '[2022-01-01,)')`,
  );
  const communes = Math.max(2, Math.round((teams * COUNTRY.communes) / COUNTRY.teams));
  const first = new Date(Date.now() - (years + 1) * YEAR_DAYS * DAY_MS);
  const months = { teams, communes, epoch: `${first.toISOString().slice(0, 7)}-01` };
  return { client, url, dataDir: servers.folder, months };
}

async function readersOf(of: Installation, count: number): Promise<Reader[]> {
  const { rows } = await of.client.query<{ unit: string; person: string; directive: string }>(
    `select ${idOf(1, '1')} as unit, ${idOf(5, '1')} as person, ${idOf(9, '1')} as directive`,
  );
  const { unit = '', person = '', directive = '' } = rows[0] ?? {};
  const seeded = { districtId: unit, officerId: person, directiveId: directive, teamIds: [] };
  return (await seedTasks(of.url, seeded, count)).readers;
}

async function measure(servers: BenchServers, params: Params): Promise<Record<string, number>> {
  const { years, rounds, readers: count } = params;
  const of = await build(servers, params);
  const { client, dataDir, months } = of;
  const [lastYear, now] = [new Date(Date.now() - YEAR_DAYS * DAY_MS), new Date()];
  // Their orders are those of today: what the decade leaves behind comes after.
  const readers = await readersOf(of, count);
  await seedMonths(client, { ...months, from: 0, count: years * 12 });
  await seedFiles(client, dataDir, new Date(lastYear.getTime() - 30 * DAY_MS));
  await client.query('vacuum analyze');
  const [rowsBefore, sumsBefore] = [await rowsOf(client), await sumsOf(client)];
  const [api, worker] = [
    // Members read today; what the worker erases is a year older still.
    await startInstalled({ ...environment(of, now), ROLE: 'api' }),
    await startEraser(of, lastYear),
  ];
  const ratio = await besideMembers(api.url, readers, worker, rounds);
  const from = performance.now();
  await told(worker, 'all');
  const seconds = (performance.now() - from) / 1_000;
  await Promise.all([api.stop(), worker.stop()]);
  const sumsAfter = await sumsOf(client);
  const left = (await leftOver(client, lastYear)) + filesLeft(dataDir) - FILES / 2;
  const rowsThen = await rowsOf(client);
  await seedMonths(client, { ...months, from: years * 12, count: 12 });
  await client.query('vacuum analyze');
  const later = await startEraser(of, now);
  await told(later, 'all');
  await later.stop();
  const rowsNow = await rowsOf(client);
  const total = (rows: Map<string, number>) => [...rows.values()].reduce((sum, n) => sum + n, 0);
  // Photos and orders stay as rows: what is said of them is a sum.
  const growing = [...rowsNow].filter(([table]) => table !== 'photos' && table !== 'messages');
  const result = {
    sums_differ:
      [...sumsBefore].filter((row) => !sumsAfter.has(row)).length + Math.max(0, sumsAfter.size - sumsBefore.size),
    left_over: left + (await leftOver(client, now)),
    member_p99_ratio: ratio,
    growth: Math.max(...growing.map(([table, n]) => n / Math.max(1, rowsThen.get(table) ?? 0))),
    rows_before: total(rowsBefore),
    rows_after: total(rowsThen),
    rows_a_year_later: total(rowsNow),
    rest_s: seconds,
    sums: sumsBefore.size,
  };
  await client.end();
  return result;
}

export const bench: Bench = {
  name: 'retention',
  defaults: { teams: 1_000, years: 10, rounds: 3, readers: 8 },
  async run(params) {
    const servers = await startBenchServers('postgres');
    try {
      const metrics = await measure(servers, params as Params);
      const most = [
        ['sums_differ', bars.sumsDiffer],
        ['left_over', bars.leftOver],
        ['member_p99_ratio', bars.p99],
        ['growth', bars.growth],
      ] as const;
      return {
        metrics,
        missed: most.flatMap(([name, bar]) =>
          (metrics[name] ?? Number.POSITIVE_INFINITY) > bar
            ? [`${name} ${metrics[name]?.toFixed(2)} is above ${bar}`]
            : [],
        ),
      };
    } finally {
      await killProcesses();
      await servers.stop();
    }
  },
};
