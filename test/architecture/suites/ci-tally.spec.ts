/** CI's counts: what failed is named, and what is run once more is counted once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add, again, inWords, NONE, readTally } from '../../../.ci/tally.mjs';

const suite = (name: string, ...tests: ('passed' | 'failed')[]) => ({
  name: join(process.cwd(), name),
  status: tests.length > 0 && !tests.includes('failed') ? 'passed' : 'failed',
  message: tests.length > 0 ? '' : '\u001B[1mCannot find module\u001B[22m\nat x',
  assertionResults: tests.map((status, at) => ({
    status,
    fullName: `test ${at}`,
    failureMessages: status === 'failed' ? ['Error: late\n  at y'] : [],
  })),
});

function tallyOf(...testResults: ReturnType<typeof suite>[]) {
  const folder = mkdtempSync(join(tmpdir(), 'to-so-tally-'));
  const file = join(folder, 'report.json');
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (wanted: string) => all.filter(({ status }) => status === wanted).length;
  const counts = {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: 0,
    numTodoTests: 0,
  };
  writeFileSync(file, JSON.stringify({ ...counts, testResults }));
  try {
    return readTally(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('names what failed, and a suite that could not run', () => {
  const { failures, failed } = tallyOf(
    suite('a.spec.ts', 'passed', 'failed'),
    suite('b.spec.ts'),
    suite('c.spec.ts', 'passed'),
  );
  expect(failed).toBe(2);
  expect(failures.map(({ words }: { words: string[] }) => words)).toEqual([
    ['a.spec.ts: test 1: Error: late'],
    ['b.spec.ts: Cannot find module'],
  ]);
});

it('counts a suite that is run once more by its second run', () => {
  const first = tallyOf(suite('a.spec.ts', 'passed', 'failed'), suite('c.spec.ts', 'passed', 'passed'));
  expect(inWords(again(first, tallyOf(suite('a.spec.ts', 'passed', 'passed'))))).toBe('4 passed, 0 failed');
  const worse = again(first, tallyOf(suite('a.spec.ts', 'failed', 'failed')));
  expect(inWords(add(NONE, worse))).toBe('2 passed, 2 failed');
  expect(add(NONE, worse).failures).toHaveLength(1);
});
