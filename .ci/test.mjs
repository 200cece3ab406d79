/**
 * `npm test`: every test there is, from a fresh clone: installs and builds what is missing, finds a Chromium, runs all
 * Jest projects on an embedded PostgreSQL. `--json FILE` also writes the counts; other arguments go to Jest.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../apps/demo/prepare.mjs';
import { findChromium, findShell } from './chromium.mjs';
import { collect, JEST } from './steps.mjs';
import { inWords, readTally } from './tally.mjs';

function takeOption(args, name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

/** Found once, and installed first where there is none. */
async function browsers() {
  const found = await findChromium();
  return { CHROMIUM_PATH: found, CHROMIUM_SHELL_PATH: await findShell() };
}

async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'to-so-jest-'));
  try {
    const report = join(folder, 'report.json');
    const { code } = await collect(process.execPath, [...JEST, '--json', '--outputFile', report, ...args], {
      // Jest prints the report to standard output as well, its words for people to standard error.
      show: 'stderr',
      env: await browsers(),
    });
    return { code, tally: readTally(report) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const args = process.argv.slice(2);
const countsFile = takeOption(args, '--json');
try {
  await prepare();
  const { code, tally } = await runJest(args);
  if (countsFile) writeFileSync(countsFile, JSON.stringify(tally));
  console.log(inWords(tally));
  process.exit(code === 0 && tally.failed === 0 && tally.passed > 0 ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
