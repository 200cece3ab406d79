import type { Cell } from '#documents';
import { cellWords, readCell, shownWords } from './past-cells.ts';

const cell = (value: Cell['value'], more: Partial<Cell> = {}): Cell => ({ value, text: String(value ?? ''), ...more });

describe('a cell on its way', () => {
  it.each([
    [null, ''],
    [cell(1204), '1204'],
    [cell(1204.0000000001), '1204'],
    [cell(1.204), '1.2040'],
    [cell(12.5), '12.5'],
    [cell('1.204'), "'1.204"],
    [cell('#REF!'), '#REF!'],
    [cell(null, { formula: 'SUM(B2:B9)', hasCachedResult: false }), '=SUM(B2:B9)'],
    [cell(' '), ''],
  ])('%j is %s', (given, words) => {
    expect(cellWords(given, false)).toBe(words);
  });

  it('of a merged value says so', () => {
    expect(cellWords(cell(12), true)).toBe('&12');
    expect(shownWords("&'12")).toBe('12');
  });
});

describe('what a cell says', () => {
  it.each([
    ['1204', { value: 1204 }],
    ['0', { value: 0 }],
    ["'1.204", { value: 1204, wasText: true }],
    ["'1,204,000", { value: 1204000, wasText: true }],
    ["'12 204", { value: 12204, wasText: true }],
    ['1.204', { value: 1204 }],
    ['', { value: null }],
    ["'–", { value: null }],
    ["'-", { value: null }],
    ['1.2040', { value: null, fault: 'notWhole' }],
    ["'3,5", { value: null, fault: 'notWhole' }],
    ["'1.204,000", { value: null, fault: 'notNumber' }],
    ["'ba", { value: null, fault: 'notNumber' }],
    ["'2025-01-01", { value: null, fault: 'notNumber' }],
    ['-4', { value: null, fault: 'negative' }],
    ["'−4", { value: null, fault: 'negative' }],
    ['900000000000', { value: null, fault: 'tooLarge' }],
    ['#REF!', { value: null, fault: 'formulaError' }],
    ['=SUM(B2:B9)', { value: null, fault: 'formulaOpen' }],
    ['&12', { value: null, fault: 'merged' }],
  ])('%s', (words, read) => {
    expect(readCell(words)).toEqual(read);
  });
});
