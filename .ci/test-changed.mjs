/**
 * `npm run test:changed`: the suites that a change can break, the nearest first, as many as a minute or so takes; the change is
 * what is not committed yet, or the last commit when all is. `npm run test:changed -- main` takes all since it left main.
 */
import { execFileSync } from 'node:child_process';
import { install, prepare } from '../apps/demo/prepare.mjs';
import { suitesNear, usualSeconds } from './changed-suites.mjs';
import { runSuites } from './run-suites.mjs';
import { ROOT } from './steps.mjs';
import { inWords } from './tally.mjs';

/** Of suites that run three at a time. */
const BUDGET_SECONDS = 200;
const needsBuild = (suite) => /\.(e2e|browser)-spec\.ts$/.test(suite);

const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);

function changedFiles(since) {
  if (since)
    return [...git('diff', '--name-only', '--merge-base', since), ...git('ls-files', '--others', '--exclude-standard')];
  const now = [...git('diff', '--name-only', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')];
  return now.length > 0 ? now : git('diff', '--name-only', 'HEAD~1', 'HEAD');
}

/** What changed itself always runs; of the rest as many as the budget has room for. */
function within(near) {
  let spent = 0;
  return near
    .filter(([suite, far]) => (spent += far === 0 ? 0 : usualSeconds(suite)) <= BUDGET_SECONDS)
    .map(([suite]) => suite);
}

try {
  const near = suitesNear(changedFiles(process.argv[2]));
  const chosen = within(near);
  await (chosen.some(needsBuild) ? prepare() : install());
  const { code, tally } = await runSuites(['--runTestsByPath', ...chosen]);
  if (near.length > chosen.length)
    console.log(`${near.length - chosen.length} suites further away are left for: npm test -- --all`);
  console.log(inWords(tally));
  process.exit(code === 0 && tally.failed === 0 ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
