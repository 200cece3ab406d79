/**
 * Which part of the house may import which, as one table; the rules of dependency-cruiser are generated from it.
 * Tests may import anything and are not looked at.
 */
import { cruise } from 'dependency-cruiser';
import { floorViolations } from './floors.mjs';

/** An area may import itself and the areas named here; everything else of ours is out of bounds. */
export const ALLOWED = {
  'libs/contracts': [],
  'libs/documents': [],
  'libs/embedded-postgres': [],
  'libs/channels': [],
  'libs/qr': [],
  'libs/tokens': [],
  'libs/i18n': ['libs/contracts'],
  'libs/host': ['libs/contracts', 'libs/i18n'],
  'libs/client': ['libs/contracts', 'libs/i18n'],
  'src/platform': ['libs/contracts', 'libs/documents', 'libs/i18n'],
  'src/modules/organization': ['src/platform', 'libs/contracts', 'libs/documents', 'libs/i18n'],
  'src/modules/membership': ['src/modules/organization', 'libs/channels', 'libs/qr'],
  'src/modules/training': ['src/modules/membership', 'libs/qr'],
  'src/modules/tasks': ['src/modules/membership'],
  'src/modules/reporting': ['src/modules/training', 'src/modules/tasks'],
  'src/modules/notifications': ['src/modules/reporting', 'libs/channels'],
  'apps/mini-app': ['libs/contracts', 'libs/client', 'libs/host', 'libs/qr', 'libs/tokens', 'libs/i18n'],
  'apps/console': ['libs/contracts', 'libs/client', 'libs/host', 'libs/qr', 'libs/tokens', 'libs/i18n'],
  // The demo shows the channels on the same fake platforms as the tests.
  'apps/demo': ['src', 'libs', 'test/emulators'],
  'apps/dev': ['src', 'libs/embedded-postgres', 'apps/demo'],
};

const SCREENS = [/^(apps\/mini-app|libs\/(host|client))\//, /^apps\/console\//];
const OURS = '^(src|libs|apps|test)/';

/** All that an area may import: what it names, and what those name in turn (modules only: skipping levels is fine). */
export function reach(area, seen = new Set([area])) {
  for (const next of ALLOWED[area] ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.startsWith('src/modules/')) reach(next, seen);
  }
  return [...seen];
}

const directions = Object.keys(ALLOWED).map((area) => ({
  name: `direction-of-${area}`,
  severity: 'error',
  comment: `${area} may import: ${reach(area).join(', ')}`,
  from: { path: `^${area}/` },
  to: { path: OURS, pathNot: reach(area).map((allowed) => `^${allowed}/`) },
}));

/** A folder that has an index is entered by its index only. */
const entry = (name, houses, except = []) => ({
  name,
  severity: 'error',
  comment: 'Import the index of the other folder (#platform/x, #modules/x), not its insides',
  from: { path: `^${houses}/([^/]+)/` },
  to: { path: `^${houses}/[^/]+/`, pathNot: [`^${houses}/$1/`, `^${houses}/[^/]+/index\\.ts$`, ...except] },
});

const entries = [
  entry('module-by-its-index', 'src/modules'),
  entry('platform-by-its-index', 'src/platform'),
  {
    name: 'modules-enter-platform-by-its-index',
    severity: 'error',
    from: { path: '^(src/modules/|src/[^/]+\\.ts$|apps/demo/)' },
    to: { path: '^src/platform/', pathNot: '^src/platform/[^/]+/index\\.ts$' },
  },
  {
    name: 'others-enter-modules-by-their-index',
    severity: 'error',
    from: { path: '^(src/[^/]+\\.ts$|apps/demo/)' },
    to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
  },
  {
    name: 'no-entity-leaves-its-module',
    severity: 'error',
    comment: 'Other modules get plain types by the Api; entities stay inside',
    from: { path: '^src/modules/[^/]+/index\\.ts$' },
    to: { path: '\\.(entity|entities)\\.ts$' },
  },
];

const outside = [
  {
    name: 'libs-without-server-frameworks',
    severity: 'error',
    // The server that it starts is asked for its databases.
    from: { path: '^libs/', pathNot: '^libs/embedded-postgres/databases\\.ts$' },
    to: { path: 'node_modules/(@nestjs|typeorm|bullmq|pg|ioredis)/' },
  },
  {
    name: 'apps-without-server-packages',
    severity: 'error',
    from: { path: '^apps/(mini-app|console)/' },
    to: { path: 'node_modules/(@nestjs|typeorm|bullmq|pg|ioredis|pino|embedded-postgres)/' },
  },
];

const PARTS = ['src', 'libs', 'apps'];
const SKIPPED = '(\\.(spec|int-spec)\\.tsx?$|^dist/|^apps/[^/]+/(fonts|vite\\.config\\.ts|precompress\\.ts))';

/**
 * Files that import each other around a circle, told once, by the first of them. Imports of types and lazy ones count too:
 * what both need goes into a file of its own. By strongly connected components, in one walk (Tarjan 1972); the cruiser looks
 * for a circle from each file anew.
 */
function circles(modules) {
  const marks = new Map();
  const open = [];
  const found = [];
  const walk = (file) => {
    const mark = { low: marks.size, at: marks.size, isOpen: true };
    marks.set(file, mark);
    open.push(file);
    for (const { resolved } of modules.get(file)?.dependencies ?? []) {
      if (!marks.has(resolved)) walk(resolved);
      const next = marks.get(resolved);
      if (next.isOpen) mark.low = Math.min(mark.low, next.low);
    }
    if (mark.low !== mark.at) return;
    const circle = open.splice(open.indexOf(file)).sort();
    for (const one of circle) marks.get(one).isOpen = false;
    const [first] = circle;
    const next = modules.get(first)?.dependencies.find(({ resolved }) => circle.includes(resolved));
    if (next) found.push({ rule: 'no-circles', from: first, to: next.resolved });
  };
  for (const file of modules.keys()) if (!marks.has(file)) walk(file);
  return found;
}

/**
 * One schema costs a screen 23 kB, and zod asks by a call that the page's content policy refuses whether it may compile: screens
 * take types, or the files of libs/contracts that are free of zod.
 */
function zodOnScreens(modules, screens) {
  const from = new Map([...modules.keys()].filter((file) => screens.test(file)).map((file) => [file, file]));
  for (const [file, screen] of from)
    for (const { resolved, dependencyTypes } of modules.get(file)?.dependencies ?? [])
      if (!dependencyTypes.includes('type-only') && !from.has(resolved)) from.set(resolved, screen);
  return [...from]
    .filter(([file]) => file.includes('node_modules/zod/'))
    .map(([to, screen]) => ({ rule: 'screens-without-zod', from: screen, to }));
}

/** Every import of the tree below `baseDir` that breaks a rule: `{ rule, from, to }`. Imports of types count, but weigh nothing. */
export async function findViolations(baseDir) {
  const { output } = await cruise(
    PARTS,
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: [...directions, ...entries, ...outside] },
      // Circles and dependents are looked for otherwise, or not at all.
      skipAnalysisNotInRules: true,
      tsPreCompilationDeps: true,
      exclude: { path: SKIPPED },
      doNotFollow: { path: 'node_modules' },
    },
    { exportsFields: ['exports'], conditionNames: ['source', 'import', 'browser', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
  );
  const modules = new Map(output.modules.map((module) => [module.source, module]));
  return [
    ...output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    ...circles(modules),
    ...floorViolations(modules),
    ...SCREENS.flatMap((screens) => zodOnScreens(modules, screens)),
  ];
}
