import { around, DRAWN, gridOf, inFileOrder, isLine, type ListFinding, needOf, stopsOf } from './rows.ts';

const finding = (row: number, code: string, part: Partial<ListFinding> = {}): ListFinding => ({
  row,
  field: 'phone',
  code,
  open: true,
  units: [],
  ...part,
});
const lines = Array.from({ length: 12 }, (_, n) => ({ row: n + 2 }));
const findings = [finding(9, 'phoneShared', { open: false }), finding(4, 'phonePersonal'), finding(4, 'emailBad')];
const rowsOf = (...grid: Parameters<typeof gridOf>) =>
  gridOf(...grid).map((one) => (isLine(one) ? one.row : `${one.from}-${one.to}`));

it('shows what needs a look as it lies in the file, and longer clean stretches as one line', () => {
  expect(rowsOf(lines, new Set([4, 9]))).toEqual([2, 3, 4, '5-8', 9, '10-13']);
  expect(rowsOf(lines, new Set([4, 9]), new Set([9]))).toEqual([9]);
});

it('tells what is typed, what is chosen and what is only said', () => {
  expect(needOf(finding(2, 'unitUnknown'))).toBe('fix');
  expect(needOf(finding(2, 'phonePersonal'), ['phonePersonal'])).toBe('choose');
  expect(needOf(finding(2, 'elsewhere', { choices: ['both'] }))).toBe('choose');
  expect(needOf(finding(2, 'officeAmbiguous', { units: [{ id: 'a', fullName: 'Xã A', code: null }] }))).toBe('choose');
  expect(needOf(finding(2, 'contactKept', { open: false, choices: ['both'] }))).toBe('note');
});

it('goes through what was found in the order of the file, cell by cell or row by row', () => {
  const ordered = inFileOrder(findings, ['phonePersonal']);
  expect(ordered.map(({ code }) => code)).toEqual(['emailBad', 'phonePersonal', 'phoneShared']);
  expect(stopsOf(ordered, true).map(({ code }) => code)).toEqual(['emailBad', 'phoneShared']);
});

it('draws a long list around the row that is looked at', () => {
  const rows = Array.from({ length: 1_000 }, (_, n) => n);
  expect(around(rows, 0)).toMatchObject({ before: false, after: true });
  expect(around(rows, 500).rows[DRAWN / 2]).toBe(500);
  expect(around(rows, 999)).toMatchObject({ before: true, after: false });
  expect(around([1, 2], 1)).toEqual({ rows: [1, 2], before: false, after: false });
});
