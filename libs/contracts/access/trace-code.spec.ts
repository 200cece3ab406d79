import { readTrace, TRACE_LETTERS, writeTrace } from './trace-code.ts';

it.each([
  ['as it is written', 'TS-7F3K-22'],
  ['small, from a telephone', ' ts 7f3k 22 '],
  ['with the dash of a word processor', 'TS–7F3K–22'],
  ['without its head', '7f3k22'],
])('reads a code %s', (_, typed) => {
  expect(readTrace(typed)).toBe('TS-7F3K-22');
});

it.each(['', 'TS', 'TS-7F3', 'TS-7F3K-220', 'TS-7F3K-2O', 'TS-0000-00', 'Phụ lục 1'])('takes %j for none', (typed) => {
  expect(readTrace(typed)).toBeUndefined();
});

it('reads a code that itself begins with TS', () => {
  expect(readTrace(writeTrace('TSTSTS'))).toBe('TS-TSTS-TS');
  expect(readTrace('tststs')).toBe('TS-TSTS-TS');
  expect(new Set(TRACE_LETTERS).size).toBe(32);
});
