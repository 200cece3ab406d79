/**
 * The mini-app as a member on a cheap phone meets it: `npm start` on an existing database, then the list of tasks in
 * real Chromium on slow 3G (400 kbit/s, 400 ms) with the processor slowed four times, an empty cache each time. The page of
 * an invite, the first screen of a new person, is met the same way.
 *
 *   npm run bench -- mini-app [--runs 5]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { Client } from 'pg';
import { newInviteCode } from '#platform/auth';
import { migrate } from '#platform/database';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';
import { findChromium } from '../../.ci/chromium.mjs';
import { prepare } from '../../apps/demo/prepare.mjs';
import type { Bench } from './support/bench.ts';
import { middle } from './support/middle.ts';
import { seedTeams } from './seeds/people.ts';
import { type Reader, seedTasks } from './seeds/tasks.ts';

/** Budgets of the design: kilobytes of 1,000 bytes, milliseconds. */
const bars = {
  first_load_kb: 24,
  first_load_gzip_kb: 26.2,
  fcp_ms: 1000,
  ready_ms: 2000,
  invite_gzip_kb: 45,
  invite_requests: 6,
  start_ms: 5000,
} as const;
const STARTS = 3;
const slow3G = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const root = fileURLToPath(new URL('../..', import.meta.url));
interface Seeded {
  reader: Reader;
  /** Of an invite that is good. */
  code: string;
}

/** A database like one in use: 500 teams, one of their leaders signed in with 20 tasks, and invited once more. */
async function makeDatabase(folder: string): Promise<Seeded> {
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), persistent: true });
  try {
    await migrate(server.url);
    const {
      readers: [reader],
    } = await seedTasks(server.url, await seedTeams(server.url, 2_500), 1);
    if (!reader) throw new Error('The seed has no leader');
    return { reader, code: await invite(server.url, reader.personId) };
  } finally {
    await server.stop();
  }
}

async function invite(databaseUrl: string, personId: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { code, hash } = newInviteCode();
  await client.query(
    `insert into invites (id, code_hash, person_id, kind, created_by, created_at, expires_at)
      values (gen_random_uuid(), $1, $2, 'member', $2, now(), now() + interval '7 days')`,
    [hash, personId],
  );
  await client.end();
  return code;
}

interface Running {
  url: string;
  ms: number;
  stop(): Promise<void>;
}

/** `npm start` until the health check says ready. */
async function start(folder: string): Promise<Running> {
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const url = await listening(child);
  const answer = await fetch(`${url}/health/ready`);
  if (!answer.ok) throw new Error(`Not ready: ${answer.status}`);
  const ms = performance.now() - began;
  return { url, ms, stop: () => stop(child) };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += String(chunk);
      const url = /"listening":"([^"]+)"/.exec(output)?.[1];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${output}`)));
  });
}

/** Ends npm and what it started. */
async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.pid) process.kill(-child.pid, 'SIGTERM');
  await gone;
}

interface Load {
  /** As it was sent, by brotli. */
  kb: number;
  files: string[];
  /** Whatever was asked for until then, the page and answers of the API among it. */
  requests: number;
  fcp: number;
  ready: number;
}

interface Visit {
  /** Behind the app's own address. */
  at: string;
  /** What stands on the screen when it can be used. */
  until: string;
  reader?: Reader;
}

/**
 * One first visit. Ready is two frames after what it waits for stands there, or the end of the last long task that
 * began within the next second, if later.
 */
async function firstVisit(browser: Browser, url: string, { at, until, reader }: Visit): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const session = reader ? JSON.stringify({ token: reader.token, personId: reader.personId }) : null;
  await page.addInitScript(
    ([stored, wanted]) => {
      if (stored) localStorage.setItem('to-so.session', stored);
      const state = Object.assign(globalThis, { readyAt: 0, longTaskEnd: 0 });
      new PerformanceObserver((list) => {
        for (const task of list.getEntries())
          if (!state.readyAt || task.startTime < state.readyAt + 1000)
            state.longTaskEnd = task.startTime + task.duration;
      }).observe({ entryTypes: ['longtask'] });
      new MutationObserver((_changes, observer) => {
        if (!document.querySelector(wanted)) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => (state.readyAt = performance.now())));
      }).observe(document, { childList: true, subtree: true });
    },
    [session, until] as const,
  );
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', slow3G);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(`${url}/app/${at}`, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => {
      const { readyAt } = globalThis as unknown as { readyAt: number };
      return readyAt > 0 && performance.now() > readyAt + 1200;
    },
    undefined,
    { timeout: 60_000 },
  );
  const load = await page.evaluate(() => {
    const { readyAt, longTaskEnd } = globalThis as unknown as { readyAt: number; longTaskEnd: number };
    const ready = Math.max(readyAt, longTaskEnd);
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const asked = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ responseEnd }) => responseEnd <= ready,
    );
    const files = asked.filter(({ name }) => /\.(js|css)$/.test(new URL(name).pathname));
    const bytes = files.reduce((sum, file) => sum + file.encodedBodySize, visit?.encodedBodySize ?? 0);
    return {
      kb: bytes / 1000,
      files: files.map(({ name }) => new URL(name).pathname),
      requests: 1 + asked.length,
      fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      ready,
    };
  });
  await context.close();
  return load;
}

/** What the same files weigh for a phone that takes gzip only. */
const gzipKb = ({ files }: Load): number =>
  ['/app/index.html', ...files].reduce(
    (sum, path) => sum + statSync(join(root, 'dist/apps/mini-app', `${path.replace('/app/', '')}.gz`)).size,
    0,
  ) / 1000;

async function visits(url: string, visit: Visit, runs: number): Promise<Load[]> {
  const executablePath = await findChromium();
  const loads: Load[] = [];
  for (let run = 0; run < runs; run++) {
    const browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    try {
      loads.push(await firstVisit(browser, url, visit));
    } finally {
      await browser.close();
    }
  }
  return loads;
}

export const bench: Bench = {
  name: 'mini-app',
  defaults: { runs: 5 },
  async run(params) {
    await prepare();
    const folder = mkdtempSync(join(tmpdir(), 'to-so-bench-'));
    const starts: number[] = [];
    let loads: Load[] = [];
    let invites: Load[] = [];
    const runs = Number(params['runs']);
    try {
      const { reader, code } = await makeDatabase(folder);
      for (let run = 0; run < STARTS; run++) {
        const running = await start(folder);
        starts.push(running.ms);
        if (run === STARTS - 1) {
          loads = await visits(running.url, { at: '', until: 'a[href^="#/viec/"]', reader }, runs);
          invites = await visits(running.url, { at: `#/moi/${code}`, until: 'dl.facts' }, runs);
        }
        await running.stop();
      }
    } finally {
      await removeEmbeddedPostgres(join(folder, 'postgres')).catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    }
    const metrics = {
      first_load_kb: Math.max(...loads.map(({ kb }) => kb)),
      first_load_gzip_kb: Math.max(...loads.map(gzipKb)),
      fcp_ms: middle(loads.map(({ fcp }) => fcp)),
      ready_ms: middle(loads.map(({ ready }) => ready)),
      invite_gzip_kb: Math.max(...invites.map(gzipKb)),
      invite_requests: Math.max(...invites.map(({ requests }) => requests)),
      invite_ready_ms: middle(invites.map(({ ready }) => ready)),
      start_ms: middle(starts),
    };
    const missed = Object.entries(bars).flatMap(([name, bar]) => {
      const value = metrics[name as keyof typeof bars];
      return value <= bar ? [] : [`${name} ${value.toFixed(1)} > ${bar}`];
    });
    return { metrics, missed };
  },
};
