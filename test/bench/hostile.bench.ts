/**
 * Hostile files, floods, dense JSON and odd inputs against a running server (`node dist/src/main.js`) with the limits of
 * docker-compose.yml, one kind after the other, while another process asks /health/live: the worst stall, the most memory that
 * the server has ever held, answers of 500, and whether it ended.
 *
 *   npm run bench -- hostile [--slow 75] [--flood 10] [--only workbooks]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { killProcesses } from '../support/processes.ts';
import { startInstalled } from './support/installed.ts';
import { startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import {
  type Answers,
  type Attack,
  bigBodies,
  hostileWorkbooks,
  interlacedPictures,
  loginFlood,
  oddInputs,
  slowBodies,
  type Target,
} from './hostile/attacks.ts';
import { densePieces } from './hostile/dense-json.ts';
import { seedTasks } from './seeds/tasks.ts';
import { type Seeded, seedTeams } from './seeds/people.ts';

/** What the bench fails on; docs/benches.md says what was measured. */
const bars = { stall_ms: 250, rss_peak_mb: 256, answers_500: 0, process_ends: 0 } as const;
const attacks: Record<string, Attack> = {
  odd: oddInputs,
  json: densePieces,
  slow: slowBodies,
  big: bigBodies,
  flood: loginFlood,
  pictures: interlacedPictures,
  workbooks: hostileWorkbooks,
};

interface Result {
  metrics: Record<string, number>;
  missed: string[];
}

function peakMb(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
  } catch {
    return Number.NaN;
  }
}

/** The seed's officer may also import a commune's roster. */
async function giveRights(databaseUrl: string, { officerId }: Seeded): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `select id from units where kind = 'commune' order by id limit 1`,
  );
  const communeId = rows[0]?.id ?? '';
  await client.query(
    `insert into posts (id, person_id, role, unit_id, title, validity) values (gen_random_uuid(), $1, 'committee_member', $2, 'Cán bộ', '[2022-01-01,)')`,
    [officerId, communeId],
  );
  await client.end();
  return communeId;
}

function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

class Watch {
  constructor(private readonly child: ChildProcess) {}

  static async of(url: string): Promise<Watch> {
    const child = fork(fileURLToPath(new URL('./support/health-watch.mjs', import.meta.url)), [url], { execArgv: [] });
    await once(child, 'message');
    return new Watch(child);
  }

  /** The longest since it was asked last. */
  async worst(message: 'read' | 'stop' = 'read'): Promise<number> {
    const told = once(this.child, 'message');
    this.child.send(message);
    return Number((await told)[0]);
  }
}

function failuresOf(name: string, answers: Answers): string[] {
  const failed = answers.filter(({ status }) => status === 500);
  const left = answers.filter(({ status }) => status === 0);
  return [
    ...failed.slice(0, 40).map(({ what }) => `${name}: 500 to ${what}`),
    ...(failed.length > 40 ? [`${name}: and ${failed.length - 40} more answers of 500`] : []),
    ...(left.length > 0 ? [`${name}: ${left.length} x ${left[0]?.what}`] : []),
  ];
}

async function attackAll(target: Target, pid: number, params: Record<string, string | number>, result: Result) {
  const watch = await Watch.of(target.url);
  const { metrics, missed } = result;
  metrics['stall_ms'] = await watch.worst();
  metrics['answers_500'] = 0;
  const chosen = params['only'] === 'all' ? Object.keys(attacks) : String(params['only']).split(',');
  for (const name of chosen) {
    const answers = await (attacks[name] as Attack)(target, Number(params[name] ?? 1)).catch(
      (error: Error): Answers => {
        missed.push(`${name}: ${error.message.slice(0, 300)}`);
        return [];
      },
    );
    const stall = await watch.worst();
    metrics[`stall_${name}_ms`] = stall;
    metrics[`rss_after_${name}_mb`] = peakMb(pid);
    metrics['stall_ms'] = Math.max(metrics['stall_ms'], stall);
    metrics['answers_500'] += answers.filter(({ status }) => status === 500).length;
    missed.push(...failuresOf(name, answers));
  }
  await watch.worst('stop');
  metrics['rss_peak_mb'] = peakMb(pid);
  metrics['process_ends'] = Number(hasEnded(pid));
  metrics['machine_load'] = loadavg()[0] as number;
}

export const bench: Bench = {
  name: 'hostile',
  defaults: { slow: 75, flood: 10, only: 'all' },
  async run(params) {
    const servers = await startBenchServers('postgres');
    const result: Result = { metrics: {}, missed: [] };
    try {
      const databaseUrl = await servers.database('hostile');
      const seeded = await seedTeams(databaseUrl, 1_000);
      const { readers, officerToken } = await seedTasks(databaseUrl, seeded, 4);
      const communeId = await giveRights(databaseUrl, seeded);
      const env = { DATABASE_URL: databaseUrl, MIGRATE: 'off', DATA_DIR: servers.folder, LOG_LEVEL: 'error' };
      const { url, pid } = await startInstalled({ ...env, TRUST_PROXY: 'loopback' });
      await attackAll({ url, officerToken, communeId, readers }, pid, params, result);
      for (const [name, bar] of Object.entries(bars))
        if (!((result.metrics[name] ?? Number.NaN) <= bar))
          result.missed.unshift(`${name} ${(result.metrics[name] ?? Number.NaN).toFixed(0)} is above ${bar}`);
      return result;
    } finally {
      await killProcesses();
      await servers.stop();
    }
  },
};
