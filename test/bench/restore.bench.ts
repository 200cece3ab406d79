/**
 * An installation with a year of work and its files, backed up by the command as built, encrypted, and restored by the other
 * one into an empty database and folder: how long each takes, how much memory, and what of it is not the same afterwards.
 *
 *   npm run bench -- restore [--teams 100000] [--files 10000]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { createDatabase } from '#embedded-postgres';
import { makeKey } from '#platform/backup';
import { fileIn, filesFolder } from '#platform/files';
import { copyOut, settle, tablesOf } from '../../src/platform/backup/catalog.ts';
import { linesOf } from '../../src/platform/backup/parts.ts';
import { type BenchServers, startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { seedYear } from './seeds/year.ts';

const bars = { restoreS: 600, rssPeakMb: 300 } as const;
/** What a phone sends after it has made a picture smaller. */
const PHOTO_BYTES = 120_000;
const LOOK_MS = 100;

const mb = (bytes: number): number => bytes / 1_000_000;

function seedFiles(dataDir: string, count: number): void {
  const bytes = Buffer.alloc(PHOTO_BYTES);
  for (let n = 0; n < count; n += 1) {
    randomFillSync(bytes);
    const name = `${createHash('sha256').update(bytes).digest('hex')}.jpg`;
    mkdirSync(join(filesFolder(dataDir), name.slice(0, 2)), { recursive: true });
    writeFileSync(fileIn(filesFolder(dataDir), name), bytes);
  }
}

/** The most that the process has held so far, as the system says. */
function peakMb(child: ChildProcess): number {
  try {
    const [, kb = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
    return Number(kb) / 1_024;
  } catch {
    return 0;
  }
}

interface Took {
  seconds: number;
  rssMb: number;
}

async function command(entry: string, args: string[], env: Record<string, string>): Promise<Took> {
  const began = performance.now();
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [`dist/src/${entry}.js`, ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  let code: number | null | undefined;
  void ended.then((of) => {
    code = of;
  });
  let rssMb = 0;
  while (code === undefined) {
    rssMb = Math.max(rssMb, peakMb(child));
    await Promise.race([ended, wait(LOOK_MS)]);
  }
  if (code !== 0) throw new Error(`${entry} ended with ${code}`);
  return { seconds: (performance.now() - began) / 1_000, rssMb };
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await settle(client);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Row by row, side by side, in the order of the keys. The run itself is noted where it was made. */
function compareRows(there: string, here: string): Promise<{ rows: number; differ: number }> {
  return connected(there, (one) =>
    connected(here, async (other) => {
      const sum = { rows: 0, differ: 0 };
      for (const table of (await tablesOf(one)).filter(({ name }) => name !== 'backup_runs')) {
        const [left, right] = [one, other].map((client) => linesOf(client.query(copyTo(copyOut(table)))));
        for (;;) {
          const [a, b] = await Promise.all([left?.next(), right?.next()]);
          if (a?.done && b?.done) break;
          sum.rows += 1;
          if (a?.value !== b?.value) sum.differ += 1;
        }
      }
      return sum;
    }),
  );
}

function filesDiffer(there: string, here: string): number {
  const paths = (dataDir: string) =>
    readdirSync(filesFolder(dataDir), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => name);
  const hashOf = (dataDir: string, name: string) =>
    createHash('sha256')
      .update(readFileSync(fileIn(filesFolder(dataDir), name)))
      .digest('hex');
  const restored = new Set(paths(here));
  const lost = paths(there).filter((name) => !restored.delete(name) || hashOf(here, name) !== hashOf(there, name));
  return lost.length + restored.size;
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .reduce((total, one) => total + statSync(join(one.parentPath, one.name)).size, 0);
}

async function databaseMb(url: string): Promise<number> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
    return mb(Number(rows[0]?.bytes));
  });
}

async function measure(servers: BenchServers, teams: number, files: number): Promise<Record<string, number>> {
  const at = (name: string) => join(servers.folder, name);
  const there = await servers.database('there');
  await seedYear(there, teams);
  seedFiles(at('data'), files);
  const here = await createDatabase(there, 'here');
  const recipient = await makeKey(at('key.txt'));
  const to = ['--to', at('backup'), '--recipient', recipient];
  const backup = await command('backup', to, { DATABASE_URL: there, DATA_DIR: at('data') });
  const from = ['--from', at('backup'), '--identity', at('key.txt')];
  const restore = await command('restore', from, { DATABASE_URL: here, DATA_DIR: at('restored') });
  const compared = await compareRows(there, here);
  return {
    backup_s: backup.seconds,
    restore_s: restore.seconds,
    rows_differ: compared.differ,
    files_differ: filesDiffer(at('data'), at('restored')),
    rss_peak_mb: Math.max(backup.rssMb, restore.rssMb),
    rss_backup_mb: backup.rssMb,
    rss_restore_mb: restore.rssMb,
    rows: compared.rows,
    files,
    database_mb: await databaseMb(there),
    files_mb: mb(files * PHOTO_BYTES),
    backup_mb: mb(bytesBelow(at('backup'))),
  };
}

export const bench: Bench = {
  name: 'restore',
  defaults: { teams: 100_000, files: 10_000 },
  async run({ teams, files }) {
    const servers = await startBenchServers('postgres');
    try {
      const metrics = await measure(servers, Number(teams), Number(files));
      const most = [
        ['restore_s', bars.restoreS],
        ['rows_differ', 0],
        ['files_differ', 0],
        ['rss_peak_mb', bars.rssPeakMb],
      ] as const;
      return {
        metrics,
        missed: most.flatMap(([name, bar]) =>
          (metrics[name] ?? 0) > bar ? [`${name} ${metrics[name]?.toFixed(0)} is above ${bar}`] : [],
        ),
      };
    } finally {
      await servers.stop();
    }
  },
};
