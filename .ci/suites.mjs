/**
 * Which suites a run takes. Everyday is what `npm test` runs: units, screens and the checks of the house, and of the slower
 * kinds those whose first line is `// @everyday`: the main paths of each module. All of them run with `npm test -- --all`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './steps.mjs';

export const ROOT_FOLDERS = ['src', 'libs', 'apps', 'test'];
const SUITE = /\.(spec|int-spec|e2e-spec|browser-spec)\.tsx?$/;
const SLOW = /\.(int|e2e|browser)-spec\.tsx?$/;
const TAG = '// @everyday\n';

/** The files of a folder and of those below it. */
export function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** Every suite of the repository, by its path from the root. */
export const listSuites = (root = ROOT) =>
  ROOT_FOLDERS.flatMap((folder) => [...filesBelow(join(root, folder))])
    .filter((path) => SUITE.test(path))
    .map((path) => relative(root, path))
    .sort();

/** @param path from the root, which is where the tests run */
export const isEveryday = (path) => !SLOW.test(path) || readFileSync(path, 'utf8').startsWith(TAG);
