import { readAllotmentTable } from './allotment-table.ts';
import { type DividedUnit, matchAllotments } from './match-allotments.ts';

const hamlet = (id: string, name: string, code: string | null = null) => ({
  hamletId: id,
  isSplit: false,
  fullName: `Thôn ${name}`,
  name,
  code,
});
const heir = (position: number, name: string, code: string) => ({ position, fullName: `Xã ${name}`, name, code });
const town: DividedUnit = {
  id: 'town',
  fullName: 'Thị trấn Thiệu Hóa',
  name: 'Thiệu Hóa',
  code: '15772',
  heirs: [heir(1, 'Thiệu Hóa', '15772'), heir(2, 'Thiệu Quang', '15775')],
  places: [
    hamlet('h1', '1', '1577201'),
    hamlet('h2', 'Hoà Bình'),
    { ...hamlet('h9', '9'), isSplit: true },
    { position: 41, fullName: 'Thôn 9A', name: '9A', code: null },
  ],
};
const other: DividedUnit = {
  ...town,
  id: 'other',
  fullName: 'Xã Thiệu Long',
  name: 'Thiệu Long',
  code: '15780',
  places: [hamlet('o1', '1')],
};
const match = (head: string[], ...rows: string[][]) => {
  const table = readAllotmentTable([['UBND TỈNH'], [], head, ...rows]);
  return matchAllotments(table?.rows ?? [], [town, other], 'town');
};

it('is read by names and codes, tone marks written either way, heads in any order', () => {
  expect(match(['Xã mới', 'Thôn'], ['Xã Thiệu Quang', 'Thôn 1'], ['thiệu hóa', 'Hòa Bình'])).toEqual({
    edits: [
      { do: 'allot', hamletIds: ['h1'], intoPosition: 2 },
      { do: 'allot', hamletIds: ['h2'], intoPosition: 1 },
    ],
    problems: [],
  });
  expect(match(['Mã thôn', 'Mã mới'], ['1577201', '15772']).edits).toEqual([
    { do: 'allot', hamletIds: ['h1'], intoPosition: 1 },
  ]);
});

it('is of several divided units where it names them, and of halves by their names', () => {
  const { edits, problems } = match(
    ['Xã cũ', 'Thôn', 'Xã mới'],
    ['Xã Thiệu Long', 'Thôn 1', 'Xã Thiệu Quang'],
    ['', '9A', 'Xã Thiệu Quang'],
  );
  expect(problems).toEqual([]);
  expect(edits).toEqual([
    { do: 'allot', hamletIds: ['o1'], intoPosition: 2 },
    { do: 'place', position: 41, intoPosition: 2 },
  ]);
});

it('names every row that says nothing clear, with its column', () => {
  const { problems } = match(
    ['Xã cũ', 'Thôn', 'Xã mới'],
    ['', 'Thôn 1', 'Xã Thiệu Hóa'],
    ['', 'Thôn 1', 'Xã Thiệu Quang'],
    ['', 'Thôn 7', 'Xã Thiệu Hóa'],
    ['', 'Hòa Bình', ''],
    ['', 'Thôn 9', 'Xã Thiệu Hóa'],
    ['Xã Dân Lý', 'Thôn 1', 'Xã Thiệu Hóa'],
    ['Xã Thiệu Long', '1', 'Xã Xa'],
    ['', '', 'Xã Thiệu Hóa'],
  );
  expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [5, 'hamlet', 'allot.hamletTwice'],
    [6, 'hamlet', 'allot.hamletUnknown'],
    [7, 'unit', 'allot.unitMissing'],
    [8, 'hamlet', 'allot.hamletSplit'],
    [9, 'old', 'allot.notDivided'],
    [10, 'unit', 'allot.unitUnknown'],
    [11, 'hamlet', 'allot.hamletMissing'],
  ]);
  expect(problems[0]?.params).toEqual({ value: 'Thôn 1', first: 4 });
});

it('is no list without hamlets and where they go', () => {
  expect(
    readAllotmentTable([
      ['Thôn', 'Hộ'],
      ['Thôn 1', '10'],
    ]),
  ).toBeUndefined();
});
