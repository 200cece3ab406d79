/** Runs Jest with the browsers of this machine, and counts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findShell } from './chromium.mjs';
import { collect, JEST } from './steps.mjs';
import { readTally } from './tally.mjs';

/** Found once, and installed first where there is none. */
async function browsers() {
  const found = await findChromium();
  return { CHROMIUM_PATH: found, CHROMIUM_SHELL_PATH: await findShell() };
}

/** @returns Jest's exit code and what came out, `{ code, tally }` */
export async function runSuites(args) {
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
