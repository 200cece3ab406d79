/** How the suites are divided: what is left for `--all`, what the shards take. */
import { execFileSync } from 'node:child_process';
import { suitesNear } from '../../../.ci/changed-suites.mjs';
import { isEveryday, listSuites } from '../../../.ci/suites.mjs';
import LongestFirst from '../../support/runner/sequencer.mjs';

const MODULES = ['organization', 'membership', 'training', 'tasks', 'reporting', 'notifications'];
const suites = listSuites();
const everyday = suites.filter(isEveryday);

it('knows every suite that Jest knows, and no other', () => {
  const listed = execFileSync('npm', ['run', '-s', 'jest', '--', '--listTests'], { encoding: 'utf8' });
  const known = listed
    .trim()
    .split('\n')
    .map((path) => path.slice(process.cwd().length + 1));
  expect(known.sort()).toEqual(suites);
});

it('takes every pure suite and every screen every day', () => {
  expect(suites.filter((path) => /(?<!int-|e2e-|browser-)spec\.tsx?$/.test(path) && !everyday.includes(path))).toEqual(
    [],
  );
});

it.each(MODULES)('takes the main paths of %s every day', (name) => {
  const ofModule = everyday.filter((path) => path.startsWith(`src/modules/${name}/`) && path.endsWith('.int-spec.ts'));
  expect(ofModule.length).toBeGreaterThanOrEqual(3);
});

it('takes one journey and one story of the main street every day', () => {
  expect(everyday.filter((path) => /\.(e2e|browser)-spec\.ts$/.test(path))).toEqual([
    'test/browser/console.browser-spec.ts',
    'test/journeys/main-street.e2e-spec.ts',
  ]);
});

it.each([2, 3, 7])('covers every suite exactly once with %i shards', (shardCount) => {
  const tests = suites.map((path) => ({ path }));
  const taken: string[] = [];
  for (let shardIndex = 1; shardIndex <= shardCount; shardIndex++)
    for (const { path } of new LongestFirst().shard(tests, { shardIndex, shardCount })) taken.push(path);
  expect(taken.sort()).toEqual(suites);
});

describe('what a change can break', () => {
  const near = (file: string) => suitesNear([file]).map(([suite]) => suite);

  it('is the suite itself, and the checks that read the tree', () => {
    const suite = 'src/modules/tasks/team/answers/team-answers.int-spec.ts';
    expect(near(suite)).toContain(suite);
    expect(near(suite)).toContain('test/architecture/folders.spec.ts');
    expect(near(suite).some((path) => path.startsWith('apps/'))).toBe(false);
  });

  it('goes through an index to the file that a name comes from', () => {
    const ofRules = near('libs/documents/read-workbook.ts');
    expect(ofRules).toContain('libs/documents/read-workbook.spec.ts');
    expect(ofRules).toContain('src/modules/membership/rosters/roster-import/roster-import.int-spec.ts');
    expect(ofRules.some((path) => path.startsWith('apps/mini-app/screens'))).toBe(false);
  });

  it('brings the suites that stand beside what is reached, the nearest first', () => {
    const found = suitesNear(['src/modules/tasks/work/follow-ups/follow-ups.queries.ts']);
    const own = found.findIndex(([suite]) => suite === 'src/modules/tasks/work/follow-ups/follow-ups.int-spec.ts');
    expect(own).toBeGreaterThan(-1);
    expect(found.map(([, far]) => far)).toEqual(found.map(([, far]) => far).sort((one, other) => one - other));
  });
});
