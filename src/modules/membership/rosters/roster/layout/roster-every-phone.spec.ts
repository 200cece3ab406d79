/** A row with a telephone number is somebody: it ends in a person, in a question, or in the list of what was not taken. */
import fc from 'fast-check';
import { book, read, sheet, type Row } from '../../../../../../test/support/files/plain-sheets.ts';
import { found, names } from '../../../../../../test/support/files/rosters.ts';
import { canConfirm, parseRoster } from '../parse-roster.ts';
import type { Roster } from '../roster.types.ts';

const heads = { stt: 'Stt', team: 'Tên tổ', role: 'Chức vụ', name: 'Họ tên', phone: 'SĐT', note: 'Ghi chú' };
type Field = keyof typeof heads;
const roles = ['Tổ trưởng', 'Tổ phó', 'Thành viên', 'Thành viên', 'Thành viên'];
const families = ['Lê Văn', 'Bùi Thị', 'Vi Văn', 'Hà Thị', 'Trịnh Đình'];
const prefixes = ['', 'ĐT ', 'SĐT: ', 'Điện thoại ', 'đt:', 'Di động '];
const letters = ['An', 'Bình', 'Cường', 'Dung', 'Hải', 'Khoẻ', 'Lan', 'Minh', 'Nga', 'Quý'];

interface Layout {
  order: Field[];
  without: Field[];
  prefix: string;
  prefixed: boolean[];
  repeated: boolean;
  teams: number;
}
const layout: fc.Arbitrary<Layout> = fc.record({
  order: fc.shuffledSubarray<Field>(['stt', 'team', 'role', 'name', 'phone', 'note'], { minLength: 6 }),
  without: fc.subarray<Field>(['stt', 'note']),
  prefix: fc.constantFrom(...prefixes),
  prefixed: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
  repeated: fc.boolean(),
  teams: fc.integer({ min: 1, max: 2 }),
});

function rowsOf({ order, without, prefix, prefixed, repeated, teams }: Layout): Row[] {
  const fields = order.filter((field) => !without.includes(field));
  const rows: Row[] = [fields.map((field) => heads[field])];
  for (let person = 0; person < teams * 5; person++) {
    const [team, place] = [Math.floor(person / 5), person % 5];
    const values: Record<Field, string | number | null> = {
      stt: place === 0 ? team + 1 : null,
      team: repeated || place === 0 ? `Thôn ${team + 1}` : null,
      role: roles[place]!,
      name: `${families[place]!} ${letters[person]!}`,
      phone: `${prefixed[person] ? prefix : ''}05123456${String(person).padStart(2, '0')}`,
      note: place === 2 ? 'Tổ viên mới' : null,
    };
    rows.push(fields.map((field) => values[field]));
  }
  return rows;
}

/** Rows with a number of which nothing says what became of them. */
function unaccounted(rows: readonly Row[], roster: Roster): number[] {
  const people = new Set(roster.teams.flatMap(({ members }) => members.map(({ row }) => row)));
  const asked = new Set(roster.findings.filter(({ severity }) => severity !== 'info').map(({ row }) => row));
  const listed = new Set(roster.notImported.map(({ row }) => row));
  return rows.flatMap((row, at) => {
    const says = row.some((cell) => typeof cell === 'string' && /05\d{8}/.test(cell));
    return says && ![people, asked, listed].some((known) => known.has(at + 1)) ? [at + 1] : [];
  });
}

it('is a person of the team, whatever stands before the number and in which order the columns are', () => {
  fc.assert(
    fc.property(layout, (one) => {
      const roster = parseRoster(book(sheet(rowsOf(one))));
      expect(roster.tables.map(({ headerRow }) => headerRow)).toEqual([1]);
      expect(names(roster)).toEqual(
        Array.from({ length: one.teams }, (_, t) => [
          `Thôn ${t + 1}`,
          ...families.map((family, i) => `${family} ${letters[t * 5 + i]!}`),
        ]),
      );
      expect(roster.teams.flatMap(({ members }) => members.map(({ role }) => role)).slice(0, 3)).toEqual([
        'leader',
        'deputy',
        'member',
      ]);
    }),
    { numRuns: 300 },
  );
});

const stray = fc.oneof(
  fc.constantFrom<Row[]>(
    [['Tổ trưởng', 'Thôn 2', 'ĐT chưa có', 'Lê Văn Sơn']],
    [['Người lập: Lê Thị Lập', null, '0512345699']],
    [['Tổng cộng', 5, 'ĐT 0512345698']],
    [['Ghi chú: gọi 0512345697 khi cần']],
    [['TM. UBND XÃ'], [null, null, null, 'Trần Văn Ký', '0512345696']],
    [
      ['Họ tên', 'Chức vụ', 'SĐT'],
      ['Đỗ Văn Út', 'Thành viên', '0512345695'],
    ],
    [[null], [null, null, null, 'Đỗ Văn Út', '0512345694']],
  ),
  fc
    .array(fc.constantFrom(null, 'Tổ phó', 'Thôn 3', 'Lò Văn Ấm', 'ĐT: 0512345693', 'SĐT', 'I', '7'), {
      minLength: 6,
      maxLength: 6,
    })
    .map((row): Row[] => [row]),
);

it('is never lost without a word, whatever stands between the rows', () => {
  fc.assert(
    fc.property(layout, fc.array(fc.tuple(fc.nat(11), stray), { maxLength: 4 }), (one, strays) => {
      const rows = rowsOf(one);
      for (const [at, more] of strays) rows.splice(Math.min(rows.length, at + 1), 0, ...more);
      const roster = parseRoster(book(sheet(rows)));
      expect(unaccounted(rows, roster)).toEqual([]);
      const people = new Set(roster.teams.flatMap(({ members }) => members.map(({ row }) => row)));
      const lost = rows.some(
        (row, at) =>
          !people.has(at + 1) &&
          !roster.findings.some(({ row: of, severity }) => of === at + 1 && severity !== 'info') &&
          row.some((cell) => typeof cell === 'string' && /^(?:\D{0,12})05\d{8}$/.test(cell)),
      );
      if (lost) expect(canConfirm(roster)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

describe('a second heading inside a list', () => {
  const rows: Row[] = [
    ['Chức vụ', 'Họ tên', 'SĐT', 'Tên tổ'],
    ['Tổ trưởng', 'Lê Văn An', '0512345601', 'Thôn Đông'],
    ['Tổ phó', 'Họ tên sau', 'ĐT chưa có', 'Thôn Đông'],
    ['Thành viên', 'Hà Thị Dung', '0512345604', 'Thôn Đông'],
  ];
  it('is a question, answered as a heading or by what the cell should say', () => {
    const roster = read(rows);
    expect(found(roster, 'header.second')).toMatchObject({ cell: 'C3', severity: 'must_fix' });
    expect(canConfirm(roster)).toBe(false);
    const typed = read(rows, {}, {}, { 'Sheet1!C3#header.second': { act: 'type', value: '0512345603' } });
    expect(names(typed)).toEqual([['Thôn Đông', 'Lê Văn An', 'Họ tên sau', 'Hà Thị Dung']]);
    const left = read(rows, {}, {}, { 'Sheet1!C3#header.second': { act: 'leave_out' } });
    expect(names(left)).toEqual([['Thôn Đông', 'Lê Văn An', 'Hà Thị Dung']]);
  });
});
