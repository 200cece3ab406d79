/**
 * The console as an officer meets it in a browser that has never seen it: the form to sign in, the day, and the teams of a
 * district, over 1.6 Mbit/s with 150 ms and over 8 Mbit/s with 60 ms, with the processor slowed four times.
 *
 *   npm run bench -- console [--runs 5]
 */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../.ci/chromium.mjs';
import { killProcesses } from '../support/processes.ts';
import type { Bench } from './support/bench.ts';
import { middle } from './support/middle.ts';
import { startBenchServers } from './support/bench-database.ts';
import { startInstalled } from './support/installed.ts';
import { seedTeams } from './seeds/people.ts';
import { seedTasks } from './seeds/tasks.ts';

/** Times as the design has them; bytes are what holds on a machine that others use too. */
const bars = {
  slow_sign_in_ms: 2_000,
  slow_day_ms: 2_500,
  slow_teams_ms: 2_500,
  sign_in_kb: 140,
  day_kb: 310,
  day_scripts: 40,
} as const;
const lines = {
  slow: { latency: 150, mbit: 1.6 },
  fast: { latency: 60, mbit: 8 },
} as const;
const pages = {
  sign_in: { path: '', stands: 'input[type="password"]', signedIn: false },
  day: { path: '', stands: 'h1', signedIn: true },
  teams: { path: 'teams', stands: 'tbody tr', signedIn: true },
} as const;
type Line = keyof typeof lines;
type PageName = keyof typeof pages;

interface Load {
  ms: number;
  scripts: number;
  /** Everything that was sent, compressed. */
  kb: number;
}

async function firstVisit(browser: Browser, url: string, token: string, name: PageName, line: Line): Promise<Load> {
  const { path, stands, signedIn } = pages[name];
  const { latency, mbit } = lines[line];
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
  const page = await context.newPage();
  if (signedIn)
    await page.addInitScript((own) => sessionStorage.setItem('to-so.session', JSON.stringify({ token: own })), token);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  const bytes = (mbit * 1e6) / 8;
  const conditions = { offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes };
  await cdp.send('Network.emulateNetworkConditions', conditions);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const began = performance.now();
  await page.goto(`${url}/console/#/${path}`, { waitUntil: 'commit' });
  await page.waitForFunction(
    (wanted) => document.querySelector(wanted) && document.querySelectorAll('.loading').length === 0,
    stands,
    { timeout: 60_000 },
  );
  const ms = performance.now() - began;
  const files = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((file) => ({
      name: new URL(file.name).pathname,
      bytes: file.encodedBodySize,
    })),
  );
  await context.close();
  const scripts = files.filter((file) => file.name.endsWith('.js')).length;
  return { ms, scripts, kb: files.reduce((sum, file) => sum + file.bytes, 0) / 1000 };
}

async function visitAll(url: string, token: string, runs: number): Promise<Record<string, number>> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const metrics: Record<string, number> = {};
  try {
    for (const name of Object.keys(pages) as PageName[])
      for (const line of Object.keys(lines) as Line[]) {
        const loads: Load[] = [];
        for (let run = 0; run < runs; run++) loads.push(await firstVisit(browser, url, token, name, line));
        metrics[`${line}_${name}_ms`] = middle(loads.map(({ ms }) => ms));
        metrics[`${name}_scripts`] = Math.max(...loads.map(({ scripts }) => scripts));
        metrics[`${name}_kb`] = Math.max(...loads.map(({ kb }) => kb));
      }
  } finally {
    await browser.close();
  }
  return metrics;
}

export const bench: Bench = {
  name: 'console',
  defaults: { runs: 5 },
  async run(params) {
    const servers = await startBenchServers('postgres');
    try {
      const databaseUrl = await servers.database('console');
      const { officerToken } = await seedTasks(databaseUrl, await seedTeams(databaseUrl, 1_000), 1);
      const env = { DATABASE_URL: databaseUrl, MIGRATE: 'off', DATA_DIR: servers.folder, LOG_LEVEL: 'error' };
      const { url } = await startInstalled(env);
      const metrics = await visitAll(url, officerToken, Number(params['runs']));
      const missed = Object.entries(bars).flatMap(([name, bar]) =>
        (metrics[name] ?? Number.NaN) <= bar ? [] : [`${name} ${metrics[name]?.toFixed(0)} is above ${bar}`],
      );
      return { metrics, missed };
    } finally {
      await killProcesses();
      await servers.stop();
    }
  },
};
