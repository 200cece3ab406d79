import { type CoverageLine, type Place, readLines } from './coverage-lines.ts';
import { readCoverageTable } from './coverage-table.ts';

const place = (id: string, name: string, more: Partial<Place> = {}): Place => ({
  id,
  name,
  fullName: name,
  code: null,
  communeId: id,
  former: null,
  ...more,
});
const communes = [
  place('lam', 'Sông Lam', { fullName: 'Xã Sông Lam', code: '07901' }),
  place('cao', 'Đồng Cao', { fullName: 'Xã Đồng Cao', code: '07902' }),
];
const hamlets = [
  place('l1', 'Thôn 1', { communeId: 'lam', code: '7990101' }),
  place('l2a', 'Thôn 2', { communeId: 'lam', former: 'Bình Sơn' }),
  place('l2b', 'Thôn 2', { communeId: 'lam', former: 'Thọ Sơn' }),
  place('c1', 'Thôn 1', { communeId: 'cao' }),
];
let row = 1;
const line = (commune: string, hamlet = '', more: Partial<CoverageLine> = {}): CoverageLine => ({
  row: ++row,
  commune,
  hamlet,
  from: '',
  till: '',
  ...more,
});
const read = (...lines: CoverageLine[]) =>
  readLines(lines, { communes, hamlets, from: '2026-12-01', today: '2026-11-20' });
const placed = (...lines: CoverageLine[]) => read(...lines).rows.map((one) => one.place.id);
const found = (...lines: CoverageLine[]) =>
  read(...lines).findings.map(({ code, open, units }) => [code, open, units.map(({ id }) => id)]);

describe('a row of a list of places', () => {
  it('names a commune by code or name, and a hamlet within its commune or by its own code', () => {
    expect(placed(line('xã Đồng cao'), line('7901'), line('Đồng Cao', 'thôn 1'), line('', '7990101'))).toEqual([
      'cao',
      'lam',
      'c1',
      'l1',
    ]);
  });

  it('asks where a name fits several, and takes what tells them apart', () => {
    expect(found(line('Sông Lam', 'Thôn 2'))).toEqual([['hamletAmbiguous', true, ['l2a', 'l2b']]]);
    expect(placed(line('Sông Lam', 'Thôn 2 (Thọ Sơn cũ)'))).toEqual(['l2b']);
    expect(placed(line('Sông Lam', 'Thôn 2', { unitId: 'l2a' }))).toEqual(['l2a']);
  });

  it('is held back where nothing fits', () => {
    expect(found(line('Nơi Khác'))).toEqual([['communeUnknown', true, []]]);
    expect(found(line('Đồng Cao', 'Thôn 9'))).toEqual([['hamletUnknown', true, []]]);
    expect(found(line('', 'Thôn 1'))).toEqual([['communeMissing', true, []]]);
  });

  it('begins on its own day or on that of the list, and never before today', () => {
    const days = (more: Partial<CoverageLine>) =>
      read(line('Đồng Cao', '', more)).rows.map(({ from, till }) => [from, till]);
    expect(days({})).toEqual([['2026-12-01', null]]);
    expect(days({ from: '15/1/2027', till: '2027-06-30' })).toEqual([['2027-01-15', '2027-06-30']]);
    expect(days({ from: '01/10/2026' })).toEqual([['2026-11-20', null]]);
    expect(found(line('Đồng Cao', '', { from: '01/10/2026' }))).toEqual([['fromPast', false, []]]);
    expect(found(line('Đồng Cao', '', { from: 'hôm nay' }))).toEqual([['dayBad', true, []]]);
    expect(found(line('Đồng Cao', '', { till: '2026-11-30' }))).toEqual([['tillBeforeFrom', true, []]]);
  });

  it('may say the same twice, and not two things', () => {
    expect(found(line('Đồng Cao'), line('7902'))).toEqual([['rowTwice', false, []]]);
    expect(found(line('Đồng Cao'), line('7902', '', { till: '2027-01-31' }))).toEqual([['contradicts', true, []]]);
    expect(found(line('Đồng Cao', 'Thôn 1', { till: '2027-01-31' }), line('Đồng Cao'))).toEqual([
      ['contradicts', true, []],
    ]);
  });
});

describe('the table of a list of places', () => {
  it('is found by its headings, in any order, below a title', () => {
    const rows = [
      ['Vùng phục vụ'],
      ['TT', 'Thôn', 'Xã, phường', 'Đến hết ngày'],
      ['1', 'Thôn 1', 'Sông Lam', ''],
      ['2'],
    ];
    expect(readCoverageTable(rows)).toEqual([{ row: 3, commune: 'Sông Lam', hamlet: 'Thôn 1', from: '', till: '' }]);
    expect(readCoverageTable([['Họ tên', 'Chức vụ']])).toBeUndefined();
  });
});
