/** The tree keeps its directions; and each kind of breach, planted in a small tree of the same shape, is found. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ALLOWED, reach } from '../../.config/boundaries.mjs';

const planted = mkdtempSync(join(tmpdir(), 'to-so-boundaries-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

const index = 'export const a = 1;\n';
const TREE: Record<string, string> = {
  'package.json': readFileSync('package.json', 'utf8'),
  'node_modules/zod/package.json': '{ "name": "zod", "version": "4.0.0", "main": "index.js" }',
  'node_modules/zod/index.js': 'exports.z = {};',
  'src/platform/clock/index.ts': index,
  'src/platform/clock/inside.ts': index,
  'src/modules/organization/index.ts': index,
  'src/modules/membership/index.ts': index,
  'src/modules/membership/person.entity.ts': 'export class Person {}',
  'src/modules/tasks/index.ts': index,
  'src/modules/training/index.ts': index,
  'src/modules/notifications/index.ts': index,
  'libs/contracts/index.ts': "import { z } from 'zod';\nexport const schema = z;\n",
  'libs/contracts/enums.ts': index,
  'libs/channels/index.ts': index,
  'libs/client/index.ts': index,
  'libs/host/index.ts': index,
  'apps/mini-app/good.ts':
    "import type { schema } from '#contracts';\nimport { a } from '#contracts/enums';\nexport type S = typeof schema;\nexport { a };\n",
  'src/modules/tasks/good.ts':
    "import { a } from '#modules/membership';\nimport { a as b } from '#platform/clock';\nimport { a as c } from '#modules/organization';\nexport { a, b, c };\n",
};

const BREACHES: [what: string, file: string, source: string, rule: string][] = [
  [
    'a module that goes back',
    'src/modules/membership/back.ts',
    "import { a } from '#modules/tasks';",
    'direction-of-src/modules/membership',
  ],
  [
    'a type taken from a later module',
    'src/modules/tasks/typed.ts',
    "import type { a } from '#modules/notifications';",
    'direction-of-src/modules/tasks',
  ],
  [
    'tasks that know training',
    'src/modules/tasks/sideways.ts',
    "import { a } from '#modules/training';",
    'direction-of-src/modules/tasks',
  ],
  [
    'the inside of another module',
    'src/modules/tasks/inside.ts',
    "import { Person } from '../membership/person.entity.ts';",
    'module-by-its-index',
  ],
  [
    'the inside of a platform folder',
    'src/modules/tasks/clock.ts',
    "import { a } from '../../platform/clock/inside.ts';",
    'modules-enter-platform-by-its-index',
  ],
  [
    'technique that knows the domain',
    'src/platform/clock/domain.ts',
    "import { a } from '#modules/organization';",
    'direction-of-src/platform',
  ],
  [
    'a channel that knows a contract',
    'libs/channels/telegram.ts',
    "import { a } from '#contracts/enums';",
    'direction-of-libs/channels',
  ],
  [
    'a screen that takes server code',
    'apps/console/page.ts',
    "import { a } from '#platform/clock';",
    'direction-of-apps/console',
  ],
  [
    'an entity exported by an index',
    'src/modules/reporting/index.ts',
    "export { Report } from './report.entity.ts';",
    'no-entity-leaves-its-module',
  ],
  ['a circle of the server', 'src/platform/clock/circle.ts', "export { a } from './way-back.ts';", 'no-circles'],
  [
    'a circle that only types close',
    'libs/channels/typed-circle.ts',
    "import type { b } from './way-back.ts';\nexport const a: typeof b = 1;",
    'no-circles',
  ],
  [
    'a circle of a screen',
    'apps/console/circle.tsx',
    "import { b } from './way-back.tsx';\nexport const a = () => b;",
    'no-circles',
  ],
  [
    'a circle that a lazy import closes',
    'apps/mini-app/lazy-circle.ts',
    "export const a = () => import('./way-back.ts');",
    'no-circles',
  ],
  [
    'zod on the phone',
    'apps/mini-app/heavy.ts',
    "import { schema } from '#contracts';\nexport const parsed = schema;",
    'screens-without-zod',
  ],
  [
    'zod in the console',
    'apps/console/heavy.ts',
    "import { schema } from '#contracts';\nexport const parsed = schema;",
    'screens-without-zod',
  ],
  [
    'a room that imports one above it',
    'src/modules/training/sessions/seats/up.ts',
    "import type { a } from '../../results/results/result.ts';",
    'floors',
  ],
  [
    'a room that reaches one above it by a file beside the rooms',
    'src/modules/training/sessions/planning/up.ts',
    "import { b } from '../../session-facts.ts';\nexport const c = b;",
    'floors',
  ],
  [
    'a room without a floor',
    'src/modules/training/attic/box.ts',
    "import { a } from '#platform/clock';",
    'a-room-has-a-floor',
  ],
  ['rooms in a circle', 'apps/console/pages/one/first.ts', "export { a } from '../two/first.ts';", 'no-circles'],
];

/** What a breach needs besides. A circle of files is told once, by the first of them; a circle of rooms per import. */
const BESIDES: Record<string, string> = {
  'src/platform/clock/way-back.ts': "export { a } from './circle.ts';",
  'libs/channels/way-back.ts': "import type { a } from './typed-circle.ts';\nexport const b: typeof a = 1;",
  'apps/console/way-back.tsx': "import { a } from './circle.tsx';\nexport const b = () => a;",
  'apps/mini-app/way-back.ts': "export { a } from './lazy-circle.ts';",
  'src/modules/training/results/results/result.ts': index,
  'src/modules/training/session-facts.ts': "import { a } from './results/results/result.ts';\nexport const b = a;",
  'apps/console/pages/two/first.ts': index,
  'apps/console/pages/two/second.ts': "export { a } from '../one/second.ts';",
  'apps/console/pages/one/second.ts': index,
};

function plant(file: string, source: string): void {
  mkdirSync(dirname(join(planted, file)), { recursive: true });
  writeFileSync(join(planted, file), `${source}\n`);
}

/** In a process of its own: within Jest the analysis takes twice its time. */
async function violationsIn(folder: string): Promise<{ from: string; rule: string }[]> {
  const output = await new Promise<string>((done, failed) => {
    execFile(process.execPath, ['.ci/boundaries.mjs', folder], (error, stdout, stderr) => {
      // Exit code 1 says that there are violations; what it says besides is an error.
      if (stderr !== '' || (error && stdout === '')) failed(new Error(stderr || error?.message));
      else done(stdout);
    });
  });
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, from = '', rule = ''] = /^(.*) -> .*  \((.*)\)$/.exec(line) ?? [];
      return { from, rule };
    });
}

it('keeps every direction, entry and weight in the whole tree', async () => {
  expect(await violationsIn(process.cwd())).toEqual([]);
}, 600_000);

it('reads the table as "may be imported by", levels skipped or not', () => {
  expect(reach('src/modules/notifications')).toEqual(
    expect.arrayContaining(['src/platform', 'src/modules/organization', 'libs/channels']),
  );
  expect(reach('src/modules/tasks')).not.toContain('src/modules/training');
  expect(Object.keys(ALLOWED).filter((area) => reach(area).includes('src/modules/notifications'))).toEqual([
    'src/modules/notifications',
  ]);
});

describe('in a planted tree', () => {
  let found: { rule: string; from: string }[] = [];

  beforeAll(async () => {
    for (const [file, source] of Object.entries(TREE)) plant(file, source);
    plant('src/modules/reporting/report.entity.ts', 'export class Report {}');
    for (const [, file, source] of BREACHES) plant(file, source);
    for (const [file, source] of Object.entries(BESIDES)) plant(file, source);
    found = await violationsIn(planted);
  });

  it.each(BREACHES)('finds %s', (_, file, __, rule) => {
    expect(found).toContainEqual(expect.objectContaining({ from: file, rule }));
  });

  it('lets pass what is allowed', () => {
    expect(found.filter(({ from }) => from.endsWith('good.ts'))).toEqual([]);
  });
});
