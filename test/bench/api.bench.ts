/**
 * "My tasks" (20 rows) through authentication, scope and serialisation, against bare Fastify with the same statement, planned
 * each time as pg does and with its plan kept as the product's is: two processes on one database, asked in turns. Then once
 * more while an order is on its way to everybody.
 *
 * With `--seen 1` a third process counts for Prometheus and traces a part of its requests, and is asked in the same turns.
 *
 *   npm run bench -- api [--seconds 6] [--rounds 3] [--people 50000] [--seen 1]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { killProcesses, startProcess } from '../support/processes.ts';
import { type BenchServers, startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { startWorker } from './support/children.ts';
import { type Seeded, seedTeams } from './seeds/people.ts';
import { type Reader, seedTasks } from './seeds/tasks.ts';

const CONNECTIONS = 32;
const DB_POOL = '12';
/** Longer than this a fan-out hangs. */
const MOST_SECONDS = 300;
const SEEDED_TEMPLATE = 'NV03';
/** What the bench fails on; docs/benches.md says what was measured. */
const bars = { ratio: 0.6, p99: 3, underFanOut: 0.3, seen: 0.95 } as const;

interface Load {
  rps: number;
  p99: number;
}
type Ask = (reader: Reader) => { path: string; headers?: Record<string, string> };

/** @throws Error when an answer is not a 200 */
async function load(url: string, readers: Reader[], ask: Ask, seconds: number): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: readers.map((reader) => ({ method: 'GET' as const, ...ask(reader) })),
  });
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} broken, ${result.timeouts} without an answer`);
  return { rps: result.requests.total / result.duration, p99: result.latency.p99 };
}

const askProduct: Ask = ({ token }) => ({
  path: '/api/v1/me/tasks?limit=20',
  headers: { authorization: `Bearer ${token}` },
});
const askBaseline: Ask = ({ personId, teamId }) => ({ path: `/tasks?person=${personId}&team=${teamId}` });
const askKept: Ask = (reader) => ({ path: `${askBaseline(reader).path}&kept=1` });
const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function check(product: string, baseline: string, reader: Reader): Promise<void> {
  for (const [url, ask] of [
    [product, askProduct],
    [baseline, askBaseline],
    [baseline, askKept],
  ] as const) {
    const { path, headers } = ask(reader);
    const { tasks } = (await (await fetch(`${url}${path}`, { ...(headers && { headers }) })).json()) as {
      tasks: { figures?: object }[];
    };
    if (tasks.length !== 20) throw new Error(`${url} gave ${tasks.length} tasks instead of 20`);
  }
}

async function startBaseline(url: string): Promise<{ url: string; child: ChildProcess }> {
  const child = fork(fileURLToPath(new URL('./api-baseline.server.mjs', import.meta.url)), {
    env: { ...process.env, DATABASE_URL: url, DB_POOL },
    execArgv: [],
  });
  return { child, url: String((await once(child, 'message'))[0]) };
}

interface Order {
  seeded: Seeded;
  officerToken: string;
  people: number;
}

/** One order to all teams, over HTTP as an officer sends it. */
async function issueOrder(url: string, { seeded, officerToken }: Order): Promise<void> {
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${officerToken}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1${path}`, { ...init, headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return answer.json();
  };
  const templates = (await ask('/task-templates')) as { code: string; indicators: { code: string }[] }[];
  const template = templates.find(({ code }) => code !== SEEDED_TEMPLATE);
  const { districtId: unitId, directiveId, teamIds } = seeded;
  const shares = teamIds.map((teamId) => ({ teamId, target: 1 }));
  const dueOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const words = { title: 'Việc để đo', work: 'Việc để đo tốc độ trả lời.', evidence: ['count'] };
  const kind = { templateCode: template?.code, indicatorCode: template?.indicators[0]?.code };
  const order = { unitId, directiveId, dueOn, shares, target: teamIds.length, ...kind, ...words };
  await ask('/assignments', { method: 'POST', body: JSON.stringify(order) });
}

/** Requests per second of the product from the order's issue until its last message is sent and noted. */
async function underFanOut(
  servers: BenchServers,
  databaseUrl: string,
  url: string,
  readers: Reader[],
  order: Order,
): Promise<{ rps: number; seconds: number }> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: servers.folder };
  const worker = await startWorker('./fan-out.worker.mjs', [String(order.people)], env);
  await worker.answer();
  let result: { sent: number } | undefined;
  const delivered = worker.answer<{ sent: number }>().then((answer) => (result = answer));
  const from = performance.now();
  const issued = issueOrder(url, order);
  const rates: number[] = [];
  while (!result) {
    rates.push((await load(url, readers, askProduct, 1)).rps);
    if (rates.length > MOST_SECONDS) throw new Error('the order does not come to an end');
  }
  await issued;
  const { sent } = await delivered;
  const seconds = (performance.now() - from) / 1000;
  await worker.stop();
  if (sent !== order.people) throw new Error(`the order reached ${sent} of ${order.people}`);
  return { rps: rates.reduce((sum, rate) => sum + rate, 0) / rates.length, seconds };
}

interface Settings {
  seconds: number;
  rounds: number;
  people: number;
  seen: boolean;
}

/** Takes what a collector would, and throws it away. */
async function startCollector(): Promise<{ url: string; taken: () => number; server: Server }> {
  let taken = 0;
  const server = createServer((request, response) => {
    request.on('data', (part: Buffer) => (taken += part.length));
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken: () => taken, server };
}

/** The product as operators with Prometheus and a collector run it, asked in turns with the same without either. */
async function compareSeen(
  environment: Record<string, string>,
  plainUrl: string,
  readers: Reader[],
  { seconds, rounds }: Settings,
): Promise<Record<string, number>> {
  const collector = await startCollector();
  const seen = await startProcess({ ...environment, METRICS_PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const rates: { plain: number; seen: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    // Whoever comes second finds a warmer machine: the order changes.
    const order = round % 2 ? [seen.url, plainUrl] : [plainUrl, seen.url];
    const loads = new Map<string, number>();
    for (const url of order) loads.set(url, (await load(url, readers, askProduct, seconds)).rps);
    if (round > 0) rates.push({ plain: loads.get(plainUrl) ?? 0, seen: loads.get(seen.url) ?? 0 });
  }
  collector.server.close();
  collector.server.closeAllConnections();
  if (collector.taken() === 0) throw new Error('nothing was traced');
  return {
    seen_rps: middle(rates.map((one) => one.seen)),
    seen_ratio: middle(rates.map((one) => one.seen / one.plain)),
    seen_bytes: collector.taken(),
  };
}

async function measure(servers: BenchServers, settings: Settings): Promise<Record<string, number>> {
  const { seconds, rounds, people } = settings;
  const databaseUrl = await servers.database('api');
  const environment = {
    DATABASE_URL: databaseUrl,
    ROLE: 'api',
    MIGRATE: 'off',
    DB_POOL,
    DATA_DIR: servers.folder,
    LOG_LEVEL: 'error',
    HOLD_SECONDS: '0',
  };
  const product = await startProcess(environment);
  const baseline = await startBaseline(databaseUrl);
  try {
    const seeded = await seedTeams(databaseUrl, people);
    const { readers, officerToken } = await seedTasks(databaseUrl, seeded, 64);
    await check(product.url, baseline.url, readers[0] as Reader);
    const ours: Load[] = [];
    const bare: Load[] = [];
    const kept: Load[] = [];
    for (let round = 0; round <= rounds; round++) {
      const loads = [
        await load(baseline.url, readers, askBaseline, seconds),
        await load(product.url, readers, askProduct, seconds),
        await load(baseline.url, readers, askKept, seconds),
      ] as const;
      if (round === 0) continue; // Warms all up.
      bare.push(loads[0]);
      ours.push(loads[1]);
      kept.push(loads[2]);
    }
    const seen = settings.seen ? await compareSeen(environment, product.url, readers, settings) : {};
    const during = await underFanOut(servers, databaseUrl, product.url, readers, { seeded, officerToken, people });
    const rps = middle(ours.map((one) => one.rps));
    const baselineRps = middle(bare.map((one) => one.rps));
    return {
      rps,
      baseline_rps: baselineRps,
      ratio: rps / baselineRps,
      p99_ms: middle(ours.map((one) => one.p99)),
      baseline_p99_ms: middle(bare.map((one) => one.p99)),
      ratio_kept: rps / middle(kept.map((one) => one.rps)),
      rps_under_fan_out: during.rps,
      ratio_under_fan_out: during.rps / baselineRps,
      fan_out_seconds: during.seconds,
      ...seen,
    };
  } finally {
    baseline.child.kill('SIGKILL');
  }
}

export const bench: Bench = {
  name: 'api',
  defaults: { seconds: 6, rounds: 3, people: 50_000, seen: 0 },
  async run({ seconds, rounds, people, seen }) {
    const servers = await startBenchServers('postgres');
    try {
      const metrics = await measure(servers, {
        seconds: Number(seconds),
        rounds: Number(rounds),
        people: Number(people),
        seen: Number(seen) === 1,
      });
      const { ratio = 0, p99_ms: p99 = 0, baseline_p99_ms: bareP99 = 0, ratio_under_fan_out: under = 0 } = metrics;
      const { seen_ratio: kept = 1 } = metrics;
      return {
        metrics,
        missed: [
          ...(ratio < bars.ratio ? [`ratio ${ratio.toFixed(2)} is below ${bars.ratio}`] : []),
          ...(p99 > bars.p99 * bareP99 ? [`p99 of ${p99} ms is more than ${bars.p99} times ${bareP99} ms`] : []),
          ...(kept < bars.seen ? [`seen_ratio ${kept.toFixed(3)} is below ${bars.seen}`] : []),
          ...(under < bars.underFanOut ? [`ratio_under_fan_out ${under.toFixed(2)} is below ${bars.underFanOut}`] : []),
        ],
      };
    } finally {
      await killProcesses();
      await servers.stop();
    }
  },
};
