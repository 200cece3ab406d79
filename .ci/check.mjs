/**
 * `npm run check`: what must hold before a commit, in about a minute: format, lint, types, boundaries, pure tests.
 * Two sequences at once, since two cores are what a small machine has.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApi } from './generate-api.mjs';
import { JEST, ROOT, step } from './steps.mjs';

const CODE = ['src', 'libs', 'apps', 'test', '.ci'].filter((folder) => existsSync(join(ROOT, folder)));
const bin = (name) => join('node_modules/.bin', name);
/** By the native compiler, one thread for each of the sequences; what reads programs (test/support/schema) needs the other. */
const TSC = 'node_modules/typescript-native/bin/tsc';
const types = (name, config) => [
  `types of ${name}`,
  TSC,
  ['--noEmit', '--incremental', '--checkers', '1', '--project', config],
];
/** Where the tests run anyhow; they look at the boundaries. */
const withoutTests = process.argv.includes('--without-tests');

const quick = [
  ['format', bin('biome'), ['format', '--config-path=.config', '--max-diagnostics=20', ...CODE]],
  ['lint', bin('oxlint'), ['-c', '.config/oxlint.json', '--deny-warnings', ...CODE]],
];
const apps = ['mini-app', 'console']
  .filter((app) => existsSync(join(ROOT, 'apps', app)))
  .map((app) => types(`apps/${app}`, `apps/${app}/tsconfig.json`));
const sequences = [
  [types('src, libs and test', '.config/tsconfig.test.json')],
  [
    ...apps,
    ...quick,
    ...(withoutTests ? [] : [['unit tests and boundaries', process.execPath, [...JEST, '--selectProjects', 'unit']]]),
  ],
];

async function walk(sequence) {
  let passed = true;
  for (const [name, command, args] of sequence) passed = (await step(name, command, args)) && passed;
  return passed;
}

ensureApi();
const results = await Promise.all(sequences.map(walk));
process.exit(results.every(Boolean) ? 0 : 1);
