import { restatedVi } from '#i18n/console/reporting/restated.vi';
import { render } from '#i18n/render';
import { testId } from '../../testing/render.tsx';
import {
  boardSheet,
  type BoardRow,
  foundRows,
  fromText,
  hasUnknown,
  leastOf,
  type RestatedBoard,
  undividedOf,
} from './board-facts.ts';

const t = ((id: keyof typeof restatedVi, values = {}) => render(restatedVi[id], values, 'vi')) as Parameters<
  typeof fromText
>[0];
const unit = (n: number, name: string) => ({ id: testId(n), kind: 'commune' as const, name, fullName: `Xã ${name}` });
const count = (numerator: number | null) => ({ numerator, denominator: null });
const part = (n: number, name: string, from: BoardRow['parts'][number]['from']) => ({
  unit: unit(n, name),
  from,
  reportId: testId(n + 50),
  sentOn: '2025-06-23',
  figures: [],
});
const row = (n: number, name: string, more: Partial<BoardRow>): BoardRow => ({
  unit: unit(n, name),
  figures: [{ code: 'TT01', pair: count(7), known: true }],
  whole: 0,
  shares: 0,
  parts: [],
  missing: [],
  ...more,
});
const divided = row(1, 'Thiệu Hóa', {
  whole: 3,
  shares: 1,
  figures: [{ code: 'TT01', pair: count(1234), known: false }],
  parts: [part(11, 'Thiệu Phú', 'report'), part(12, 'Thiệu Lý', 'records'), part(13, 'thị trấn cũ', 'share')],
  missing: [unit(14, 'Thiệu Long')],
});
const same = row(2, 'Thọ Ngọc', { whole: 1, parts: [part(2, 'Thọ Ngọc', 'report')] });
const indicator = {
  code: 'TT01',
  name: 'Lượt tuyên truyền',
  unit: 'lượt',
  aggregation: 'sum',
} as RestatedBoard['indicators'][0];
const board = {
  unit: { ...unit(9, 'Thanh Hóa'), fullName: 'Tỉnh Thanh Hóa' },
  indicators: [indicator],
  rows: [divided, same],
  undivided: {
    units: [
      { unit: unit(13, 'thị trấn cũ'), reportId: null, heirs: [], figures: [{ code: 'TT01', pair: count(402) }] },
    ],

    figures: [{ code: 'TT01', pair: count(402) }],
  },
  sent: { units: 4, figures: [] },
  totals: [{ code: 'TT01', pair: count(1643) }],
} as unknown as RestatedBoard;

it('says what a row is added up from', () => {
  expect(fromText(t, divided)).toBe('2 cả đơn vị, 1 phần, 1 nửa kỳ, 1 chưa nộp');
  expect(fromText(t, same)).toBe('như đã nộp');
  expect(fromText(t, row(3, 'Hợp Tiến', {}))).toBe('chưa có đơn vị nào nộp');
});

it('finds a unit by the name of a former one, and those of which something is not known', () => {
  const names = (rows: BoardRow[]) => rows.map((one) => one.unit.name);
  expect(names(foundRows(board.rows, 'all', 'thieu ly'))).toEqual(['Thiệu Hóa']);
  expect(names(foundRows(board.rows, 'unknown', ''))).toEqual(['Thiệu Hóa']);
  expect([hasUnknown(same), undividedOf(divided, board).length, undividedOf(same, board).length]).toEqual([
    false,
    1,
    0,
  ]);
});

it('calls what is known of a count a least, and of a ratio nothing', () => {
  const figure = divided.figures[0] as BoardRow['figures'][0];
  expect(leastOf(figure, indicator, 'vi')).toBe('1.234');
  expect(leastOf(figure, { ...indicator, aggregation: 'ratio' }, 'vi')).toBeUndefined();
  expect(leastOf({ ...figure, pair: count(0) }, indicator, 'vi')).toBeUndefined();
});

it('is copied with what is not known in words, its own row and the total', () => {
  expect(boardSheet(board, board.rows, { heads: ['a', 'b', 'c'], t, lang: 'vi' }).slice(1)).toEqual([
    ['Xã Thiệu Hóa', '2 cả đơn vị, 1 phần, 1 nửa kỳ, 1 chưa nộp', 'chưa biết, ít nhất 1.234'],
    ['Xã Thọ Ngọc', 'như đã nộp', '7'],
    ['Chưa chia được', '1 đơn vị', '402'],
    ['Cộng Tỉnh Thanh Hóa', '4 đơn vị lúc đó', '1.643'],
  ]);
});
