/**
 * Documents over HTTP from the product as built: Appendix 1 of a commune with 300 teams in each format, then that of a whole
 * province, which a worker makes as a job, from the order to the last byte, and how long "my tasks" takes while it is made
 * again and again. Each document is made from other names than the one before, so that nothing is set twice; the first of each
 * format, which loads the compiler, is told apart. Memory is the most that a process has ever held: the worker that makes the
 * list, and the API process that has made the commune's documents.
 *
 *   npm run bench -- documents [--teams 4351] [--runs 5] [--seconds 6]
 */
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { Client } from 'pg';
import { killProcesses, type ServerProcess } from '../support/processes.ts';
import { startInstalled } from './support/installed.ts';
import { startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { middle } from './support/middle.ts';
import { seedTeams } from './seeds/people.ts';
import { type Reader, seedTasks } from './seeds/tasks.ts';

const COMMUNE_TEAMS = 300;
const PEOPLE_PER_TEAM = 5;
const CONNECTIONS = 8;
const LOOK_MS = 100;
const bars = { appendix1_s: 1, province_xlsx_s: 3, rss_peak_mb: 250, rss_api_mb: 250 } as const;
const formats = ['xlsx', 'docx', 'pdf'] as const;
interface Office {
  server: ServerProcess;
  worker: ServerProcess;
  token: string;
  communeId: string;
  provinceId: string;
  readers: Reader[];
}

async function take(
  { server, token }: Office,
  unitId: string,
  format: string,
): Promise<{ seconds: number; bytes: number }> {
  const began = performance.now();
  const answer = await fetch(`${server.url}/api/v1/units/${unitId}/appendix-1?format=${format}&purpose=report`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const file = await answer.arrayBuffer();
  if (!answer.ok)
    throw new Error(`${format} answered ${answer.status}: ${Buffer.from(file).toString('utf8').slice(0, 300)}`);
  return { seconds: (performance.now() - began) / 1000, bytes: file.byteLength };
}

/** The most memory that the process has ever held, as Linux counts it; elsewhere unknown. */
function peakMb(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
  } catch {
    return Number.NaN;
  }
}

/** Invented numbers, and the district's officer set over the province. */
async function complete(url: string): Promise<Pick<Office, 'communeId' | 'provinceId'>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `insert into phones (id, person_id, e164, raw, is_primary, state, added_at)
       select gen_random_uuid(), id, '+8451' || lpad((2000000 + row_number() over (order by id))::text, 7, '0'), '', true, 'unverified', now() from people`,
    );
    // Five a team are more than Thanh Hóa has: about 19,000 people in 4,351 teams.
    await client.query(
      `delete from team_members where id in (select id from (select id, row_number() over (order by id) as n from team_members where role = 'member') m where n % 5 = 0)`,
    );
    await client.query(
      `update posts set role = 'province_officer', unit_id = (select id from units where kind = 'province' limit 1) where role = 'district_officer'`,
    );
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ communeId: string; provinceId: string }>(
      `select (select id from units where kind = 'commune' order by id limit 1) as "communeId", (select id from units where kind = 'province' limit 1) as "provinceId"`,
    );
    return rows[0] as Pick<Office, 'communeId' | 'provinceId'>;
  } finally {
    await client.end();
  }
}

async function rename(url: string, run: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`update people set full_name = 'Nguyễn Thị Ổn ' || $1::text || ' ' || left(id::text, 8)`, [run]);
  await client.end();
}

async function p99({ server, readers }: Office, seconds: number): Promise<number> {
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: readers.map(({ token }) => ({
      method: 'GET' as const,
      path: '/api/v1/me/tasks?limit=20',
      headers: { authorization: `Bearer ${token}` },
    })),
  });
  if (result.non2xx + result.errors + result.timeouts > 0) throw new Error('"my tasks" was not answered');
  return result.latency.p99;
}

/** A province's list: ordered, looked after as the console does it, and taken. */
async function takeList({ server, token, provinceId }: Office): Promise<{ seconds: number; bytes: number }> {
  const began = performance.now();
  const authorization = `Bearer ${token}`;
  const call = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, { ...init, headers: { authorization, ...init.headers } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return answer;
  };
  const ordered = await call(`/units/${provinceId}/list-jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ purpose: 'report' }),
  });
  const { id } = (await ordered.json()) as { id: string };
  for (let state = 'waiting'; state !== 'ready'; await wait(LOOK_MS)) {
    state = ((await (await call(`/me/list-jobs/${id}`)).json()) as { state: string }).state;
    if (state === 'failed') throw new Error('The list failed');
  }
  const file = await (await call(`/me/list-jobs/${id}/file`)).arrayBuffer();
  return { seconds: (performance.now() - began) / 1000, bytes: file.byteLength };
}

/** "My tasks" while one province's list after the other is made. */
async function p99UnderExport(office: Office, seconds: number): Promise<number> {
  let isOver = false;
  const exports = (async () => {
    while (!isOver) await takeList(office);
  })();
  const during = await p99(office, seconds);
  isOver = true;
  await exports;
  return during;
}

async function measure(
  databaseUrl: string,
  folder: string,
  { teams, runs, seconds }: Record<'teams' | 'runs' | 'seconds', number>,
) {
  const seeded = await seedTeams(databaseUrl, teams * PEOPLE_PER_TEAM, COMMUNE_TEAMS);
  const { readers, officerToken: token } = await seedTasks(databaseUrl, seeded, 16);
  const places = await complete(databaseUrl);
  const env = { DATABASE_URL: databaseUrl, MIGRATE: 'off', DATA_DIR: folder, LOG_LEVEL: 'error' };
  const metrics: Record<string, number> = { machine_load: loadavg()[0] as number };
  const office: Office = {
    ...places,
    token,
    readers,
    server: await startInstalled({ ...env, ROLE: 'api' }),
    worker: await startInstalled({ ...env, ROLE: 'worker' }),
  };
  const province: number[] = [];
  metrics['rss_start_mb'] = peakMb(office.worker.pid);
  for (let run = 0; run < runs; run++) {
    await rename(databaseUrl, run);
    const { seconds: took, bytes } = await takeList(office);
    province.push(took);
    metrics['province_xlsx_kb'] = bytes / 1000;
  }
  metrics['province_xlsx_s'] = middle(province);
  metrics['rss_peak_mb'] = peakMb(office.worker.pid);
  for (const format of formats) {
    const took: number[] = [];
    for (let run = 0; run <= runs; run++) {
      await rename(databaseUrl, run);
      took.push((await take(office, office.communeId, format)).seconds);
    }
    metrics[`appendix1_${format}_first_s`] = took[0] as number;
    metrics[`appendix1_${format}_s`] = middle(took.slice(1));
  }
  metrics['rss_api_mb'] = peakMb(office.server.pid);
  await p99(office, 2);
  const idle = await p99(office, seconds);
  const during = await p99UnderExport(office, seconds);
  return { ...metrics, api_p99_idle_ms: idle, api_p99_ms: during, api_p99_ratio: during / idle };
}

export const bench: Bench = {
  name: 'documents',
  defaults: { teams: 4351, runs: 5, seconds: 6 },
  async run({ teams, runs, seconds }) {
    const servers = await startBenchServers('postgres');
    try {
      const numbers = { teams: Number(teams), runs: Number(runs), seconds: Number(seconds) };
      const metrics: Record<string, number> = await measure(
        await servers.database('documents'),
        servers.folder,
        numbers,
      );
      const most: [string, number][] = [
        ...formats.map((format): [string, number] => [`appendix1_${format}_s`, bars.appendix1_s]),
        ['province_xlsx_s', bars.province_xlsx_s],
        ['rss_peak_mb', bars.rss_peak_mb],
        ['rss_api_mb', bars.rss_api_mb],
      ];
      return {
        metrics,
        missed: most.flatMap(([name, bar]) =>
          (metrics[name] ?? 0) > bar ? [`${name} ${metrics[name]?.toFixed(2)} is above ${bar}`] : [],
        ),
      };
    } finally {
      await killProcesses();
      await servers.stop();
    }
  },
};
