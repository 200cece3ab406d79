import { defaultPeriodRule } from '#contracts/reporting/periods';
import { judgePast, type PastLine, type ToJudge } from './judge-past.ts';
import type { PastUnit } from './past-units.ts';

const REFORM = '2025-07-01';
const unit = (id: string, name: string, more: Partial<PastUnit> = {}): PastUnit => {
  const { from = '2000-01-01', to = null } = more;
  return {
    id,
    fullName: `Xã ${name}`,
    code: null,
    from,
    to,
    heirs: [id],
    names: [{ type: 'xã', name, code: null, from, to }],
    ...more,
  };
};
const units = [
  unit('a', 'Thọ Phú'),
  unit('b', 'Thọ Bình'),
  unit('old', 'Minh Sơn', { to: REFORM, heirs: ['new'] }),
  unit('new', 'Triệu Sơn', { from: REFORM }),
];
const columns: ToJudge['columns'] = [
  { at: 'B', head: 'Hồ sơ', code: 'CQ02', part: 'count' },
  { at: 'C', head: 'SĐT', code: 'TC05', part: 'count' },
  { at: 'D', head: 'SĐT (trên tổng)', code: 'TC05', part: 'whole' },
  { at: 'E', head: 'Xếp loại', code: null, part: 'count' },
];
let row = 1;
const line = (name: string, cells: Record<string, string>, more: Partial<PastLine> = {}): PastLine => ({
  row: ++row,
  unit: name,
  code: '',
  period: '',
  cells,
  ...more,
});
const judge = (lines: PastLine[], more: Partial<ToJudge> = {}) =>
  judgePast({
    lines,
    columns,
    period: '2025-11',
    units,
    scope: { id: 'p', fullName: 'Tỉnh Thanh Hóa', name: 'Thanh Hóa' },
    indicators: new Map([
      ['CQ02', { aggregation: 'sum', unit: 'hồ sơ' }],
      ['TC05', { aggregation: 'ratio', unit: '%' }],
    ]),
    recorded: new Set(),
    imported: new Map(),
    rule: defaultPeriodRule,
    today: '2026-12-03',
    ...more,
  });
const codes = (lines: PastLine[], more: Partial<ToJudge> = {}) =>
  judge(lines, more).findings.map(({ field, code, open }) => [field, code, open]);
beforeEach(() => {
  row = 1;
});

it('reads counts and ratios; what is blank is not 0; a column that is not taken holds nothing back', () => {
  const { figures, findings, blank } = judge([
    line('Thọ Phú', { B: '12', C: '7', D: '10', E: "'Tốt" }),
    line('Thọ Bình', { B: "'–", C: '0', D: '4' }),
    line('Ghi chú: …', {}),
  ]);
  expect(findings).toEqual([]);
  expect(blank).toBe(1);
  expect(figures).toEqual([
    { unitId: 'a', period: '2025-11', code: 'CQ02', numerator: 12, denominator: null },
    { unitId: 'a', period: '2025-11', code: 'TC05', numerator: 7, denominator: 10 },
    { unitId: 'b', period: '2025-11', code: 'TC05', numerator: 0, denominator: 4 },
  ]);
});

it.each([
  [{ B: '-4' }, 'B', 'negative'],
  [{ B: '#REF!' }, 'B', 'formulaError'],
  [{ B: '=SUM(B2:B9)' }, 'B', 'formulaOpen'],
  [{ B: "'ba" }, 'B', 'notNumber'],
  [{ B: '1.5' }, 'B', 'notWhole'],
  [{ B: '&12' }, 'B', 'merged'],
  [{ C: '7' }, 'D', 'wholeMissing'],
  [{ D: '7' }, 'C', 'wholeMissing'],
  [{ C: '0', D: '0' }, 'D', 'wholeZero'],
  [{ C: '8', D: '7' }, 'C', 'partAboveWhole'],
])('%j is held back in its cell', (cells, field, code) => {
  expect(codes([line('Thọ Phú', cells as Record<string, string>)])).toEqual([[field, code, true]]);
});

it('a ratio of which the file has one column alone is held back', () => {
  const whole = columns.filter(({ at }) => at === 'D');
  expect(codes([line('Thọ Phú', { D: '7' })], { columns: whole })).toEqual([['D', 'wholeMissing', true]]);
});

it('a number that is text is read, and said', () => {
  const { figures, findings } = judge([line('Thọ Phú', { B: "'1.204" })]);
  expect(figures[0]?.numerator).toBe(1204);
  expect(findings).toMatchObject([
    { code: 'numberAsText', open: false, params: { cell: 'B2', text: '1.204', value: '1204' } },
  ]);
});

it('a row is of a month or year that is over and that no report has', () => {
  const one = (period: string, more: Partial<ToJudge> = {}) => codes([line('Thọ Phú', { B: '1' }, { period })], more);
  expect(one('', { period: null })).toEqual([['period', 'periodMissing', true]]);
  expect(one('quý 3')).toEqual([['period', 'periodBad', true]]);
  expect(one('2026')).toEqual([['period', 'periodAhead', true]]);
  expect(one('12/2026')).toEqual([['period', 'periodAhead', true]]);
  const { figures, findings } = judge([line('Thọ Phú', { B: '1' })], { recorded: new Set(['a 2025-11']) });
  expect([figures, findings.map(({ code }) => code)]).toEqual([[], ['periodRecorded']]);
});

it('a unit outside is named and held back, and a row without figures is not', () => {
  expect(codes([line('Đà Lạt', { B: '1' }), line('Hà Nội', { E: "'Khá" })])).toEqual([['unit', 'unitUnknown', true]]);
});

it('one cell is said once, in the table and with what was imported before', () => {
  const twice = judge([line('Thọ Phú', { B: '1' }), line('xã Thọ Phú', { B: '2' })]);
  expect(twice.findings).toMatchObject([
    { row: 3, field: 'B', code: 'cellTwice', params: { cell: 'B3', other: 'B2' } },
  ]);
  expect(codes([line('Thọ Phú', { B: '1' })], { imported: new Map([['a 2025-11 CQ02', 'cu.xlsx']]) })).toEqual([
    ['unit', 'alreadyImported', true],
  ]);
});

it('a unit that has ended is told; beside its heir somebody says whether the heir holds it', () => {
  const old = (more: Partial<PastLine> = {}) => line('Minh Sơn (cũ)', { B: '5' }, more);
  expect(codes([old()])).toEqual([['unit', 'unitEnded', false]]);
  expect(codes([old(), line('Triệu Sơn', { B: '9' })])).toEqual([
    ['unit', 'unitEnded', false],
    ['unit', 'unitFollowed', true],
  ]);
  const { figures, findings } = judge([old({ apart: true }), line('Triệu Sơn', { B: '9' })]);
  expect(figures.map(({ unitId, numerator }) => [unitId, numerator])).toEqual([
    ['old', 5],
    ['new', 9],
  ]);
  expect(findings.filter(({ open }) => open)).toEqual([]);
});

it('what records or another file hold of what a unit was is not said again', () => {
  const later = () => line('Triệu Sơn', { B: '9' }, { period: '11/2024' });
  expect(codes([later()], { recorded: new Set(['old 2024-11']) })).toContainEqual(['period', 'periodRecorded', true]);
  expect(codes([later()], { imported: new Map([['old 2024-11 CQ02', 'cu.xlsx']]) })).toContainEqual([
    'unit',
    'alreadyImported',
    true,
  ]);
});

it('a unit of today may say what it was before it stood', () => {
  expect(codes([line('Triệu Sơn', { B: '9' }, { period: '11/2024' })])).toEqual([['unit', 'unitLater', false]]);
});

it('sums are compared and not taken, of all rows or of those before them', () => {
  const rows = [
    line('Thọ Phú', { B: '1' }),
    line('Cộng', { B: '1' }),
    line('Thọ Bình', { B: '4' }),
    line('Tổng cộng', { B: '5' }),
  ];
  expect(judge(rows)).toMatchObject({ findings: [], totals: 2 });
  const wrong = judge([line('Thọ Phú', { B: '1' }), line('Tỉnh Thanh Hóa', { B: '7' })]);
  expect(wrong.findings).toMatchObject([
    { field: 'B', code: 'totalDiffers', open: true, params: { sum: '1', text: '7', by: '6' } },
  ]);
});
