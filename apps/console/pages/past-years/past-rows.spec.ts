import { chosenColumns, choicesOf, inCells, periodOf, shownCell, toLines, toRows, unsettled } from './past-rows.ts';

const columns = [
  { at: 'B', head: 'Hồ sơ', code: 'CQ02', part: 'count' as const },
  { at: 'C', head: 'SĐT (trên tổng)', code: 'TC05', part: 'whole' as const },
  { at: 'D', head: 'Xếp loại', code: null, part: 'count' as const },
];
const lines = [{ row: 4, unit: 'Minh Sơn', code: '', period: '', cells: ['12', '', "'Tốt"] }];

it('has each cell by its column, and sends it back in their order', () => {
  const [row] = toRows({ lines, columns });
  expect(row).toEqual({ row: 4, unit: 'Minh Sơn', code: '', period: '', $B: '12', $C: '', $D: "'Tốt" });
  expect(toLines(row ? [{ ...row, $B: '13', unitId: 'u', apart: true }] : [], columns)).toEqual([
    { ...lines[0], cells: ['13', '', "'Tốt"], unitId: 'u', apart: true },
  ]);
});

it('puts a finding into its cell', () => {
  const finding = { row: 4, code: 'negative' as const, params: {}, open: true, units: [] };
  expect(
    inCells([
      { ...finding, field: 'B' },
      { ...finding, field: 'unit' },
    ]).map(({ field }) => field),
  ).toEqual(['$B', 'unit']);
});

it('shows a cell as the sheet does', () => {
  expect(["'1.204", '1204', '#REF!', '&12', "&'x"].map(shownCell)).toEqual(['1.204', '1204', '#REF!', '12', 'x']);
});

it('asks of each column until somebody says what it is, and of two that are one', () => {
  const choices = choicesOf(columns);
  const left = (more: object) => unsettled(columns, { ...choices, ...more }).map(({ at }) => at);
  expect(left({})).toEqual(['D']);
  expect(left({ D: '-' })).toEqual([]);
  expect(left({ D: 'CQ02' })).toEqual(['B', 'D']);
  expect(chosenColumns(columns, { ...choices, D: 'TC05' }).map(({ code, part }) => [code, part])).toEqual([
    ['CQ02', 'count'],
    ['TC05', 'whole'],
    ['TC05', 'count'],
  ]);
});

it('is of a month or of a whole year once both are said', () => {
  expect(periodOf({ year: '2025', month: null })).toBeNull();
  expect(periodOf({ year: '2025', month: '00' })).toBe('2025');
  expect(periodOf({ year: '2025', month: '03' })).toBe('2025-03');
});
