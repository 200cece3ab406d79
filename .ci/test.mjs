/**
 * `npm test`: from a fresh clone installs and builds what is missing, finds a Chromium, and runs the everyday suites on an
 * embedded PostgreSQL (.ci/suites.mjs); with `--all` every suite there is. `--shard 1/3` runs a third of either, `--json FILE`
 * also writes the counts. Other arguments go to Jest, which then chooses among all suites.
 */
import { writeFileSync } from 'node:fs';
import { prepare } from '../apps/demo/prepare.mjs';
import { runSuites } from './run-suites.mjs';
import { isEveryday, listSuites } from './suites.mjs';
import { inWords } from './tally.mjs';

function takeOption(args, name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

function takeFlag(args, name) {
  const at = args.indexOf(name);
  return at >= 0 && args.splice(at, 1).length > 0;
}

const args = process.argv.slice(2);
const countsFile = takeOption(args, '--json');
const shard = takeOption(args, '--shard');
const everyday = !takeFlag(args, '--all') && args.length === 0;
const chosen = [
  ...(shard ? ['--shard', shard] : []),
  ...(everyday ? ['--runTestsByPath', ...listSuites().filter(isEveryday)] : args),
];
try {
  await prepare();
  const { code, tally } = await runSuites(chosen);
  if (countsFile) writeFileSync(countsFile, JSON.stringify(tally));
  if (everyday && !shard)
    console.log(
      `${listSuites().length - tally.suites} of ${listSuites().length} suites are left for: npm test -- --all`,
    );
  console.log(inWords(tally));
  process.exit(code === 0 && tally.failed === 0 && tally.passed > 0 ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
