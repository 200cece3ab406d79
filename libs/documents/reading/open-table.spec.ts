import type { ListShape } from './list-table.ts';
import { readOpenTables } from './open-table.ts';

const shape: ListShape<'unit' | 'period'> = {
  columns: { unit: { heads: ['xã', 'đơn vị'], longest: 80 }, period: { heads: ['kỳ'], longest: 20 } },
  fold: (text) => text.toLocaleLowerCase('vi'),
  begins: ({ unit }) => unit !== undefined,
  says: () => false,
};
const read = (texts: string[][], merges: { top: number; left: number; bottom: number; right: number }[] = []) =>
  readOpenTables({ texts, merges }, shape);

it('takes whatever headings stand beside those of the list, by their letters', () => {
  const [table] = read([
    ['Tổng hợp năm 2025'],
    [],
    ['Xã', 'Hồ sơ', 'Kỳ', 'Lớp'],
    ['Minh Sơn', '12', '2025', ''],
    ['Ghi chú'],
  ]);
  expect(table).toEqual({
    headRow: 3,
    columns: [
      { at: 'B', head: 'Hồ sơ' },
      { at: 'D', head: 'Lớp' },
    ],
    lines: [{ row: 4, unit: 'Minh Sơn', period: '2025', cells: { B: '12' } }],
    merged: [],
  });
});

it('reads a head of two rows as one, with the words that stand over several columns', () => {
  const texts = [
    ['Xã', 'Hồ sơ', '', 'Lớp'],
    ['', 'nộp', 'đúng hạn', ''],
    ['Minh Sơn', '12', '7', '1'],
  ];
  const merges = [
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
    { top: 0, left: 3, bottom: 1, right: 3 },
  ];
  expect(read(texts, merges)[0]?.columns.map(({ head }) => head)).toEqual(['Hồ sơ nộp', 'Hồ sơ đúng hạn', 'Lớp']);
  expect(read(texts)[0]?.lines.map(({ row }) => row)).toEqual([3]);
});

it('takes the words above a head that stand over several of its columns, not the title', () => {
  const texts = [
    ['Tổng hợp', '', ''],
    ['', 'Hồ sơ', ''],
    ['Xã', 'nộp', 'đúng hạn'],
    ['Minh Sơn', '1', '2'],
  ];
  const merges = [
    { top: 0, left: 0, bottom: 0, right: 2 },
    { top: 1, left: 1, bottom: 1, right: 2 },
  ];
  expect(read(texts, merges)[0]?.columns.map(({ head }) => head)).toEqual(['Hồ sơ nộp', 'Hồ sơ đúng hạn']);
});

it('finds every table of a sheet, and no row is in two', () => {
  const tables = read([['Xã', 'Lớp'], ['Minh Sơn', '1'], [], ['Đơn vị', 'Hồ sơ'], ['Thọ Phú', '5']]);
  expect(tables.map(({ headRow, lines }) => [headRow, lines.map(({ unit }) => unit)])).toEqual([
    [1, ['Minh Sơn']],
    [4, ['Thọ Phú']],
  ]);
});

it('says who a row of a merged name is, and which figures are merged', () => {
  const texts = [
    ['Xã', 'Kỳ', 'Lớp'],
    ['Minh Sơn', '1/2025', '4'],
    ['', '2/2025', ''],
  ];
  const merges = [
    { top: 1, left: 0, bottom: 2, right: 0 },
    { top: 1, left: 2, bottom: 2, right: 2 },
  ];
  const [table] = read(texts, merges);
  expect(table?.lines.map(({ unit, cells }) => [unit, cells])).toEqual([['Minh Sơn', { C: '4' }]]);
  expect(table?.merged).toEqual(['C2']);
});

it('finds nothing where no row names units', () => {
  expect(
    read([
      ['Họ tên', 'Số'],
      ['A', '1'],
    ]),
  ).toEqual([]);
});
