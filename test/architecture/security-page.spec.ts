/** docs/security.md has each requirement of ASVS 5.0, levels 1 and 2, once, and names only what exists. */
import { existsSync, readFileSync } from 'node:fs';

const page = readFileSync('docs/security.md', 'utf8');
const levels = JSON.parse(readFileSync('test/support/asvs-5.0.json', 'utf8')) as Record<'1' | '2', string[]>;
const STATES = ['met', 'not met', 'not applicable'];

interface Row {
  number: string;
  state: string;
  why: string;
}

const rowsOf = (text: string): Row[] =>
  [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| [^|]+ \| ([^|]+) \| (.+) \|$/gm)].map(
    ([, number = '', state = '', why = '']) => ({
      number,
      state,
      why,
    }),
  );

/** What reads like a path of the repository. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => path.includes('/') || /^(?:Dockerfile|[\w-]+\.(?:md|json|yml))$/.test(path));

const gone = (text: string): string[] => pathsIn(text).filter((path) => !existsSync(path));

function faultsOf(text: string): string[] {
  const rows = rowsOf(text);
  const asked = [...levels['1'], ...levels['2']];
  const count = (number: string) => rows.filter((row) => row.number === number).length;
  return [
    ...asked.filter((number) => count(number) !== 1).map((number) => `${number} stands there ${count(number)} times`),
    ...rows.filter(({ number }) => !asked.includes(number)).map(({ number }) => `${number} is none`),
    ...rows.filter(({ state }) => !STATES.includes(state)).map(({ number, state }) => `${number} is ${state}`),
    ...rows
      .filter(({ state, why }) => state !== 'met' && why.length < 6)
      .map(({ number }) => `${number} has no reason`),
    ...gone(text).map((path) => `${path} is gone`),
  ];
}

it('has all of them', () => {
  expect([levels['1'].length, levels['2'].length]).toEqual([70, 183]);
  expect(faultsOf(page)).toEqual([]);
});

it('says at its head how many are met, and shows most of them by a file', () => {
  const of = (state: string) => rowsOf(page).filter((row) => row.state === state);
  const told = /(\d+) requirements are met[\s\S]*?(\d+) are not, [\s\S]*?(\d+) do not apply/.exec(page);
  expect(told?.slice(1).map(Number)).toEqual(STATES.map((state) => of(state).length));
  const shown = of('met').filter(({ why }) => pathsIn(why).length > 0 || /\]\(#[\w-]+\)/.test(why));
  expect(shown.length).toBeGreaterThan(0.8 * of('met').length);
});

it('finds a requirement that is missing, one that stands twice, and a test that is gone', () => {
  const [first = ''] = page.match(/^\| 1\.2\.4 \|.*$/m) ?? [];
  expect(faultsOf(page.replace(first, ''))).toEqual(['1.2.4 stands there 0 times']);
  expect(faultsOf(`${page}\n${first}\n`)).toEqual(['1.2.4 stands there 2 times']);
  expect(faultsOf(page.replace('`src/web-origins.int-spec.ts` |', '`src/gone.int-spec.ts` |'))).toEqual([
    'src/gone.int-spec.ts is gone',
  ]);
});
