/** Counts of a Jest run, written with --json --outputFile; a suite that could not run counts as one failure. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './steps.mjs';

const MOST_WORDS = 200;

/** The first words of what went wrong, on one line. */
const wordsOf = (message) =>
  message
    .replaceAll(/\u001B\[\d+m/g, '')
    .trim()
    .split('\n')[0]
    .slice(0, MOST_WORDS);

/** What failed in a suite, a line each: a suite that could not run has one of its own. */
function failuresOf({ name, message, assertionResults }) {
  const path = relative(ROOT, name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return [`${path}: ${wordsOf(message)}`];
  return failed.map(({ fullName, failureMessages }) => `${path}: ${fullName}: ${wordsOf(failureMessages[0] ?? '')}`);
}

export function readTally(file) {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const failures = testResults
    .filter(({ status }) => status === 'failed')
    .map((suite) => ({
      suite: relative(ROOT, suite.name),
      passed: suite.assertionResults.filter(({ status }) => status === 'passed').length,
      words: failuresOf(suite),
    }));
  return {
    failures,
    passed: numPassedTests,
    failed: failures.reduce((sum, { words }) => sum + words.length, 0),
    skipped: numPendingTests + numTodoTests,
    suites: testResults.length,
  };
}

/** The counts of a run whose failed suites were run once more, alone: what they were counts no more. */
export const again = (first, second) => ({
  ...first,
  passed: first.passed - first.failures.reduce((sum, { passed }) => sum + passed, 0) + second.passed,
  failed: second.failed,
  failures: second.failures,
});

export const add = (one, other) => ({
  failures: [...one.failures, ...other.failures],
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});
export const NONE = { failures: [], passed: 0, failed: 0, skipped: 0 };

/** `12 passed, 0 failed`; skipped tests are said when there are any. */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
