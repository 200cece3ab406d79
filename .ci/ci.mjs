/**
 * The whole judgement on a fresh clone: install, build, checks, every test, an officer's story once more on other fonts, and
 * the suites of the queue on a real Redis. Goes on after a failure, so that one run tells all; the last line counts everything.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { install } from '../apps/demo/prepare.mjs';
import { bringFonts } from './fonts.mjs';
import { startRedis } from './redis.mjs';
import { collect } from './steps.mjs';
import { add, again, inWords, NONE } from './tally.mjs';

const QUEUE_SUITES = [
  '--selectProjects',
  'platform',
  'integration',
  'journeys',
  '--testPathPatterns',
  // The queue itself, each of its three users, and the main job; the other suites use it in passing.
  'platform/(queue|outbox)|(delivering|planning)-queue|sending/pace/limits|office-mails|list-jobs|main-street',
];
// An officer's first day in the console.
const OTHER_FONTS = ['--selectProjects', 'browser', '--testPathPatterns', 'browser/first-day[.]browser'];
/** More than so many suites that fail are no accident of a busy machine. */
const MOST_AGAIN = 3;
const INSTALL_TRIES = 3;
const folder = mkdtempSync(join(tmpdir(), 'to-so-ci-'));
let total = NONE;
/** Told above the closing line: each is a fault to look for, of the product or of the test. */
const unsteady = [];

/** Runs a part; what it throws is said and counts as one failure. */
async function part(name, work) {
  console.log(`\n== ${name}`);
  const began = Date.now();
  let counts;
  try {
    counts = await work();
  } catch (error) {
    console.error(error.message);
    counts = { ...NONE, failed: 1 };
  }
  total = add(total, counts);
  console.log(`== ${name}: ${inWords(counts)} (${Math.round((Date.now() - began) / 1000)} s)`);
  return counts.failed === 0;
}

async function installWithRetries() {
  for (let tries = 1; ; tries++) {
    try {
      await install();
      return NONE;
    } catch (error) {
      if (tries === INSTALL_TRIES) throw error;
      await wait(5_000 * tries);
    }
  }
}

async function checks() {
  const { output } = await collect(process.execPath, ['.ci/check.mjs', '--without-tests'], { show: 'stdout stderr' });
  const count = (word) => output.split('\n').filter((line) => line.startsWith(word)).length;
  return { ...NONE, passed: count('ok  '), failed: count('FAIL') };
}

async function runOnce(name, args, env) {
  const counts = join(folder, `${name}.json`);
  const { code } = await collect(process.execPath, ['.ci/test.mjs', '--json', counts, ...args], {
    show: 'stdout stderr',
    env,
  });
  if (!existsSync(counts)) throw new Error(`${name}: no test ran`);
  const tally = JSON.parse(readFileSync(counts, 'utf8'));
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** Few suites that fail are run once more, alone (docs/decisions/0298): what fails twice has failed. */
async function tests(name, args, env = {}) {
  const first = await runOnce(name, args, env);
  const suites = first.failures.map(({ suite }) => suite);
  if (suites.length === 0 || suites.length > MOST_AGAIN) return first;
  console.log(`\n== once more: ${suites.join(', ')}`);
  const second = await runOnce(`${name}-again`, ['--runTestsByPath', ...suites], env);
  const failedTwice = new Set(second.failures.map(({ suite }) => suite));
  unsteady.push(...first.failures.filter(({ suite }) => !failedTwice.has(suite)).flatMap(({ words }) => words));
  return again(first, second);
}

/** A story once more, on the machine's own fonts: all of them took seven minutes (docs/ci-time.md). */
async function storyOnOtherFonts() {
  bringFonts();
  return tests('fonts', OTHER_FONTS, { TEST_FONTS: 'machine' });
}

async function testsOnRedis() {
  const redis = await startRedis();
  try {
    return await tests('queue', QUEUE_SUITES, { TEST_REDIS_URL: redis.url });
  } finally {
    await redis.stop();
  }
}

const packages = collect(process.execPath, ['.ci/packages.mjs'], { show: 'stdout stderr' });
if (await part('install', installWithRetries)) {
  await part('checks', checks);
  await packages;
  await part('tests', () => tests('all', ['--all']));
  // One story leaves most of the machine to the other.
  await Promise.all([part('a story on other fonts', storyOnOtherFonts), part('queue on Redis', testsOnRedis)]);
}
rmSync(folder, { recursive: true, force: true });
for (const { words } of total.failures) for (const line of words) console.log(`FAILED ${line}`);
for (const line of unsteady) console.log(`passed only the second time: ${line}`);
console.log(`\n${inWords(total)}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
