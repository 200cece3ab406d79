import { readWorkbook, writeWorkbook } from '#documents';
import { guessColumn, readPastTables } from './past-table.ts';

const tablesOf = async (...sheets: Parameters<typeof writeWorkbook>[0]) =>
  readPastTables((await readWorkbook(await writeWorkbook(sheets))).sheets);

it('reads units by whatever columns stand there, each cell as what it is', async () => {
  const rows = [
    ['Tổng hợp năm 2025'],
    ['STT', 'Đơn vị', 'Hồ sơ nộp', 'Xếp loại'],
    [1, 'Xã Minh Sơn', 12, 'Tốt'],
    [2, 'Xã Thọ Phú', '1.204', null],
  ];
  expect(await tablesOf({ name: 'Năm 2025', rows })).toEqual([
    {
      sheet: 'Năm 2025',
      headRow: 2,
      columns: [
        { at: 'C', head: 'Hồ sơ nộp' },
        { at: 'D', head: 'Xếp loại' },
      ],
      lines: [
        { row: 3, unit: 'Xã Minh Sơn', code: '', period: '', cells: { C: '12', D: "'Tốt" } },
        { row: 4, unit: 'Xã Thọ Phú', code: '', period: '', cells: { C: "'1.204" } },
      ],
      hasPeriods: false,
    },
  ]);
});

it('names every table of every sheet', async () => {
  const rows = [['Xã', 'Kỳ', 'Lớp'], ['Minh Sơn', '11/2025', 1], [], ['Xã', 'Hồ sơ'], ['Thọ Phú', 5]];
  const tables = await tablesOf(
    { name: 'A', rows },
    {
      name: 'B',
      rows: [
        ['Xã', 'Lớp'],
        ['Thọ Phú', 2],
      ],
    },
    { name: 'C', rows: [['Ghi chú']] },
  );
  expect(tables.map(({ sheet, headRow, hasPeriods }) => [sheet, headRow, hasPeriods])).toEqual([
    ['A', 1, true],
    ['A', 4, false],
    ['B', 1, false],
  ]);
});

const indicators = [
  { code: 'CQ02', name: 'Hồ sơ trực tuyến được hỗ trợ', nameEn: 'Online applications helped', aggregation: 'sum' },
  { code: 'TC05', name: 'Tỷ lệ thành viên có SĐT hợp lệ', nameEn: 'Members with a valid phone', aggregation: 'ratio' },
];
it.each([
  ['CQ02 – hồ sơ', { code: 'CQ02', part: 'count' }],
  ['Hồ sơ trực tuyến được hỗ trợ', { code: 'CQ02', part: 'count' }],
  ['ho so truc tuyen duoc ho tro', { code: 'CQ02', part: 'count' }],
  ['Tỷ lệ thành viên có SĐT hợp lệ (số đạt)', { code: 'TC05', part: 'count' }],
  ['Tỷ lệ thành viên có SĐT hợp lệ (trên tổng)', { code: 'TC05', part: 'whole' }],
  ['TC05 (trên tổng)', { code: 'TC05', part: 'whole' }],
  ['Xếp loại', { code: null, part: 'count' }],
  ['XX99', { code: null, part: 'count' }],
])('%s may be %j', (head, guess) => {
  expect(guessColumn(head, indicators)).toEqual(guess);
});
