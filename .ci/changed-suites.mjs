/**
 * Which suites a change can break, the nearest first: by who imports the changed files, through the index of a folder to the
 * file that a name comes from. A suite of the application imports nothing of what it asks over HTTP; it stands beside it, so a
 * file that is reached brings the suites of its folder along.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { filesBelow, listSuites, ROOT_FOLDERS } from './suites.mjs';
import { ROOT } from './steps.mjs';

const CODE = /\.(ts|tsx|mjs)$/;
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?([\w*{][^'";]*?)\s*from\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g;
/** They name everything there is: what is reached by way of them says nothing of who depends on whom. */
const WIRING = /(\.module\.ts|^src\/(main|app)\b[^/]*\.ts|^libs\/contracts\/routes\.ts|^test\/support\/app\.ts)$/;
/** They read the tree and not its imports. */
const CHECKS = /^test\/architecture\/.*(?<!int-)spec\.ts$/;
/** What a suite takes, in seconds, where no run has measured it. */
const USUAL = [
  [/\.(e2e|browser)-spec\.ts$/, 60],
  [/\.int-spec\.ts$/, 8],
  [/\.spec\.tsx$/, 2],
  [/\.spec\.ts$/, 1],
];
export const usualSeconds = (suite) => USUAL.find(([kind]) => kind.test(suite))?.[1] ?? 1;

const codeOf = (root) =>
  ROOT_FOLDERS.flatMap((folder) => [...filesBelow(join(root, folder))])
    .filter((path) => CODE.test(path))
    .map((path) => relative(root, path));

/** package.json's `imports`, as the sources are read. */
function aliases(root) {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.entries(imports).map(([name, to]) => {
    const [before, after] = name.split('*');
    return { before, after, path: normalize(typeof to === 'string' ? to : (to.source ?? to.default)) };
  });
}

function resolver(root) {
  const known = aliases(root);
  return (from, specifier) => {
    if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier));
    const exact = known.find(({ before, after }) => after === undefined && before === specifier);
    const alias = exact ?? known.find(({ before, after }) => after !== undefined && specifier.startsWith(before));
    return alias?.path.replace('*', specifier.slice(alias.before.length));
  };
}

const namesIn = (clause) =>
  (clause?.match(/\{([^}]*)\}/)?.[1] ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^type\s+/, ''))
    .filter(Boolean)
    .map((one) => one.split(/\s+as\s+/));

const DECLARED =
  /\bexport\s+(?:declare\s+|abstract\s+|async\s+)*(?:function\*?|const|let|class|type|interface|enum)\s+(\w+)/g;

/** Each file's imports and re-exports, `{ to, names, passedOn, all }`, names by what they are called over there and here. */
function readImports(root, files) {
  const resolve = resolver(root);
  const read = (file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const uses = [...source.matchAll(IMPORT)].flatMap(([statement, clause, from, bare]) => {
      const to = resolve(file, from ?? bare);
      const passedOn = statement.trimStart().startsWith('export');
      return to ? [{ to, names: namesIn(clause), passedOn, all: passedOn && clause === '*' }] : [];
    });
    return { uses, declares: new Set([...source.matchAll(DECLARED)].map(([, name]) => name)) };
  };
  return new Map(files.map((file) => [file, read(file)]));
}

/** The file that `name` of `file` comes from, through as many indexes as pass it on; undefined when it is not there. */
function originOf(read, file, name) {
  const here = read.get(file);
  if (!here) return undefined;
  for (const { to, names, passedOn } of here.uses) {
    const found = passedOn && names.find(([there, called = there]) => called === name);
    if (found) return originOf(read, to, found[0]);
  }
  if (here.declares.has(name)) return file;
  for (const { to, all } of here.uses) {
    const found = all && originOf(read, to, name);
    if (found) return found;
  }
  return undefined;
}

function dependents(read) {
  const by = new Map();
  const add = (from, to) => by.set(to, (by.get(to) ?? new Set()).add(from));
  for (const [file, { uses }] of read)
    for (const { to, names, passedOn } of uses) {
      if (passedOn && file.endsWith('index.ts')) continue;
      add(file, to);
      for (const [name] of names) add(file, originOf(read, to, name) ?? to);
    }
  return by;
}

/** The suites of a folder, or of the nearest above that has any. */
function besides(suites, file) {
  for (let folder = dirname(file); folder.split('/').length > 2; folder = dirname(folder)) {
    const found = suites.filter((suite) => dirname(suite) === folder && suite.includes('.int-spec.'));
    if (found.length > 0) return found;
  }
  return [];
}

/** A contract's routes are asked by the suites of its module, which take them from one table. */
function ofContract(suites, file) {
  const module = /^libs\/contracts\/(\w+)\//.exec(file)?.[1];
  return module
    ? suites.filter((suite) => suite.startsWith(`src/modules/${module}/`) && suite.includes('.int-spec.'))
    : [];
}

/** @returns suites by their path from the root, the nearest to `changed` first, each with its distance */
export function suitesNear(changed, root = ROOT) {
  const suites = listSuites(root);
  const isSuite = new Set(suites);
  const by = dependents(readImports(root, codeOf(root)));
  const distance = new Map(changed.map((file) => [file, 0]));
  const found = new Map(suites.filter((suite) => CHECKS.test(suite)).map((suite) => [suite, 0]));
  const take = (suite, far) => found.set(suite, Math.min(far, found.get(suite) ?? far));
  for (const [file, far] of distance) {
    if (isSuite.has(file)) take(file, far);
    else if (far > 0 && WIRING.test(file)) continue;
    for (const suite of besides(suites, file)) take(suite, far + 1);
    if (far === 0) for (const suite of ofContract(suites, file)) take(suite, 2);
    for (const user of by.get(file) ?? []) if (!distance.has(user)) distance.set(user, far + 1);
  }
  return [...found].filter(([suite]) => existsSync(join(root, suite))).sort(([, one], [, other]) => one - other);
}
