/**
 * Random walks over the real queue in real Chromium: taps and double taps, reloads, no network, a slow one, one that swallows
 * answers, one that answers itself, a killed server, a clock that jumps, a store that refuses, a session that ends, photos, a new version, and one
 * whose files are gone. What the person meant is held against what the commune has.
 *
 *   npm run bench -- phone [--walks 500] [--seed 1] [--at-once 2]
 *
 * A walk that fails is printed with its seed; `--walks 1 --seed N` walks it again.
 */
// Photos are decoded in a process that the server starts from its sources.
import '../support/runner/reads-files.mjs';
import { launchBrowser, serve } from '../support/browser.ts';
import { stopApps } from '../support/app.ts';
import { TEST_SERVER_URL } from '../support/database.ts';
import { startTestServer } from '../support/test-server.ts';
import { walkOnce } from '../support/phone-walk/walk.ts';
import type { Bench } from './support/bench.ts';

const MORNING = '2022-06-21T00:42:00.000Z';

/** What a walk went through, by the words of its steps: a number that stays 0 says that something is no longer tried. */
const seen = {
  photos: /with \d photos/,
  new_versions: /^release$/,
  missing_files: /^deploy( by hand)?$/,
};

async function run(
  params: Record<string, string | number>,
): Promise<{ metrics: Record<string, number>; missed: string[] }> {
  const { walks, seed, 'at-once': atOnce } = params as { walks: number; seed: number; 'at-once': number };
  const server = await startTestServer();
  process.env[TEST_SERVER_URL] = server.url;
  const metrics: Record<string, number> = {
    walks: 0,
    steps: 0,
    lost: 0,
    doubled: 0,
    stuck: 0,
    untrue_messages: 0,
    photos: 0,
    new_versions: 0,
    missing_files: 0,
    foreign_answers: 0,
    ms_a_walk: 0,
  };
  const missed: string[] = [];
  const { app, url } = await serve('mini-app', { CLOCK: MORNING });
  const browser = await launchBrowser([], { whole: true });
  const began = performance.now();
  try {
    let next = seed;
    const line = async () => {
      while (next < seed + walks) {
        const mine = next++;
        const { findings, steps, foreign } = await walkOnce(browser, app, url, mine);
        metrics.walks = (metrics.walks ?? 0) + 1;
        metrics.steps = (metrics.steps ?? 0) + steps.length;
        metrics.foreign_answers = (metrics.foreign_answers ?? 0) + foreign;
        for (const [name, what] of Object.entries(seen))
          metrics[name] = (metrics[name] ?? 0) + steps.filter((step) => what.test(step)).length;
        for (const { fault, what } of findings) {
          metrics[fault] = (metrics[fault] ?? 0) + 1;
          missed.push(`seed ${mine}: ${fault}: ${what}`);
          console.log(`seed ${mine}: ${fault}: ${what}\n  ${steps.join(', ')}`);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, line));
    metrics.ms_a_walk = Math.round((performance.now() - began) / walks);
  } finally {
    await browser.close();
    await stopApps();
    await server.stop();
  }
  return { metrics, missed };
}

export const bench: Bench = { name: 'phone', defaults: { walks: 500, seed: 1, 'at-once': 2 }, run };
