import { gridOf, inFileOrder, isRow, needOf, ofCell } from './list-rows.ts';
import type { Finding, Line } from './use-office-list.ts';

const line = (row: number): Line => ({
  row,
  office: `Xã ${row}`,
  phone: '0512 000 678',
  email: '',
  hours: '',
  address: '',
  isOffice: false,
});
const finding = (row: number, code: Finding['code'], more: Partial<Finding> = {}): Finding => ({
  row,
  field: code.startsWith('office') ? 'office' : code === 'emailBad' ? 'email' : 'phone',
  code,
  params: {},
  open: true,
  units: [],
  ...more,
});
const lines = Array.from({ length: 12 }, (_, n) => line(n + 2));
const findings = [finding(9, 'phoneShared', { open: false }), finding(4, 'phonePersonal'), finding(4, 'emailBad')];

it('shows what needs a look as it lies in the file, and longer clean stretches as one line', () => {
  const grid = gridOf(lines, findings, 'all');
  expect(grid.map((one) => (isRow(one) ? one.line.row : `${one.from}-${one.to}`))).toEqual([
    2,
    3,
    4,
    '5-8',
    9,
    '10-13',
  ]);
});

it('filters by what is to be done', () => {
  const rowsOf = (filter: Parameters<typeof gridOf>[2]) =>
    gridOf(lines, findings, filter).flatMap((one) => (isRow(one) ? one.line.row : []));
  expect([rowsOf('fix'), rowsOf('choose'), rowsOf('note')]).toEqual([[4], [4], [9]]);
});

it('takes the finding of a cell, and goes through all of them in the order of the file', () => {
  const [row] = gridOf(lines, findings, 'fix');
  expect(row && isRow(row) && ofCell(row, 'email')?.code).toBe('emailBad');
  expect(inFileOrder(findings).map(({ code }) => code)).toEqual(['emailBad', 'phonePersonal', 'phoneShared']);
  expect(needOf(finding(2, 'officeAmbiguous', { units: [{ id: 'a', fullName: 'Xã A', code: null }] }))).toBe('choose');
});
