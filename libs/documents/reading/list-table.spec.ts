import { firstTable, type ListShape, readListTable } from './list-table.ts';
import type { Workbook } from '../workbook.ts';

const fold = (text: string) => text.toLocaleLowerCase('vi');
const shape: ListShape<'unit' | 'phone' | 'note'> = {
  columns: {
    unit: { heads: ['xã', 'đơn vị'], longest: 8 },
    phone: { heads: ['điện thoại'], longest: 20 },
    note: { heads: ['ghi chú'], longest: 20 },
  },
  fold,
  begins: ({ unit, phone }) => unit !== undefined && phone !== undefined,
  says: ({ unit }) => unit !== '',
};

it('finds the columns by their headings, in any order, below whatever stands above', () => {
  const texts = [
    ['Danh sách'],
    [],
    ['Điện thoại*', 'Đơn vị', 'Xã'],
    ['1', 'Huyện A', ' Xã   B '],
    ['2', 'Huyện A', ''],
  ];
  expect(readListTable(texts, shape)).toEqual([{ row: 4, phone: '1', unit: 'Xã B', note: '' }]);
  expect(readListTable([['Họ tên']], shape)).toBeUndefined();
});

it('cuts what is longer than the contract takes', () => {
  expect(
    readListTable(
      [
        ['Xã', 'Điện thoại'],
        ['Xã có tên dài', '1'],
      ],
      shape,
    )?.[0]?.unit,
  ).toBe('Xã có tê');
});

it('gives a heading that two patterns fit to the first one', () => {
  const columns = { phone: { heads: /thoại/, longest: 9 }, office: { heads: /cơ quan/, longest: 9 } };
  const byPattern = { columns, fold, begins: () => true, says: () => true };
  const texts = [
    ['Điện thoại cơ quan', 'Cơ quan'],
    ['1', 'A'],
  ];
  expect(readListTable(texts, byPattern)).toEqual([{ row: 2, phone: '1', office: 'A' }]);
});

it('takes the first sheet that has a list, and says which encodings are in doubt', () => {
  const sheet = (rows: string[][]) => ({ rows: rows.map((row) => row.map((text) => ({ text, value: text }))) });
  const sheets = [
    sheet([['Mở đầu']]),
    sheet([
      ['Xã', 'Điện thoại'],
      ['A', '1'],
    ]),
  ];
  const read = (texts: string[][]) => readListTable(texts, shape);
  const workbook = { sheets } as unknown as Workbook;
  expect(firstTable(workbook, read)).toEqual({ table: [{ row: 2, unit: 'A', phone: '1', note: '' }], doubt: [] });
  expect(firstTable({ ...workbook, sheets: sheets.slice(0, 1) } as Workbook, read).table).toBeNull();
});
