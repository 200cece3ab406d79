/**
 * Lists laid out as communes lay them out, in every mixture: each person comes out once, whole, in the right team, or
 * stands in a finding; and every cell is a record, in a finding, or in the list of what is not imported.
 */
import fc from 'fast-check';
import type { Cell, Merge, Sheet, Workbook } from '#documents';
import { parseRoster } from '../parse-roster.ts';

type Row = (string | number | null)[];
interface Person {
  family: string;
  given: string;
  phone: string | null;
  role: string;
  post: string | null;
}
interface Team {
  name: string;
  people: Person[];
}
interface Part {
  rows: Row[];
  merges: Merge[];
}

const families = ['Tống Văn', 'Nguyễn Thị', 'Lê', 'Công Đức', 'Đỗ Hồng', 'Chu Tích', 'Hà Văn'];
const givens = ['Ổn', 'Ấn', 'Tổng', 'Thúy', 'Cộng', 'Quý', 'Đạt', 'Ý', 'Phượng', 'Khoẻ', 'Tâm', 'Minh'];
const posts = [null, null, 'Trưởng thôn', 'Bí thư Đoàn', 'Thợ điện', 'Giáo viên'];
const roles = ['Tổ trưởng', 'Tổ phó', 'Thành viên'];
const at = (row: number, left: number, bottom = row, right = left): Merge => ({ top: row, left, bottom, right });
const full = ({ family, given }: Person) => `${family} ${given}`;
const postOf = ({ role, post }: Person) => (post === null ? role : `${role} - ${post}`);

const layouts: Record<string, (teams: Team[]) => Part> = {
  'filled down': (teams) => ({
    merges: [],
    rows: [
      ['Stt', 'Tên tổ', 'SL', 'Họ tên', 'Chức vụ', 'SĐT'],
      ...teams.flatMap(({ name, people }, t) =>
        people.map(
          (one, i): Row =>
            i === 0
              ? [t + 1, name, people.length, full(one), postOf(one), one.phone]
              : [null, null, null, full(one), postOf(one), one.phone],
        ),
      ),
    ],
  }),
  repeated: (teams) => ({
    merges: [],
    rows: [
      ['TT', 'Họ và tên', 'Thôn', 'Chức vụ trong tổ', 'Chức vụ', 'Điện thoại', 'Ghi chú'],
      ...teams.flatMap(({ name, people }) =>
        people.map(
          (one, i): Row => [i + 1, full(one), name, one.role, one.post, one.phone, i === 1 ? 'mới thay' : null],
        ),
      ),
    ],
  }),
  merged: (teams) => {
    const part: Part = { merges: [], rows: [['Stt', 'Tên tổ', 'SL', 'Họ tên', 'Chức vụ', 'SĐT']] };
    teams.forEach(({ name, people }, t) => {
      const top = part.rows.length;
      for (const column of [0, 1, 2]) if (people.length > 1) part.merges.push(at(top, column, top + people.length - 1));
      people.forEach((one, i) =>
        part.rows.push([
          ...(i === 0 ? [t + 1, name, people.length] : [null, null, null]),
          full(one),
          postOf(one),
          one.phone,
        ]),
      );
    });
    return part;
  },
  headings: (teams) => ({
    merges: [],
    rows: [
      ['TT', 'Họ tên', 'Chức vụ', 'SĐT'],
      ...teams.flatMap(({ name, people }, t): Row[] => [
        [['I', 'II', 'III', 'IV'][t] ?? 'V', name],
        ...people.map((one, i): Row => [i + 1, full(one), postOf(one), one.phone]),
      ]),
    ],
  }),
  'name in two columns': (teams) => ({
    merges: [at(0, 2, 0, 3)],
    rows: [
      ['Stt', 'Tên tổ', 'Họ và tên', null, 'Chức vụ', 'SĐT'],
      ...teams.flatMap(({ name, people }, t) =>
        people.map(
          (one, i): Row => [
            i === 0 ? t + 1 : null,
            i === 0 ? name : null,
            one.family,
            one.given,
            postOf(one),
            one.phone,
          ],
        ),
      ),
    ],
  }),
  lines: (teams) => ({
    merges: [],
    rows: [
      ['Stt', 'Tên tổ', 'SL', 'Họ tên', 'Chức vụ', 'SĐT'],
      ...teams.map(
        ({ name, people }, t): Row => [
          t + 1,
          name,
          people.length,
          people.map(full).join('\n'),
          people.map(postOf).join('\n'),
          people.map(({ phone }) => phone ?? 'chưa có').join('\n'),
        ],
      ),
    ],
  }),
  wide: (teams) => ({
    merges: [],
    rows: [
      ['TT', 'Thôn', ...roles.flatMap((role) => [role, 'Số điện thoại'])],
      ...teams.map(({ name, people }, t): Row => [t + 1, name, ...people.flatMap((one) => [full(one), one.phone])]),
    ],
  }),
};

const person = fc.record({
  family: fc.constantFrom(...families),
  given: fc.constantFrom(...givens),
  post: fc.constantFrom(...posts),
  hasPhone: fc.boolean(),
});
const list = fc.record({
  layout: fc.constantFrom(...Object.keys(layouts)),
  teams: fc.array(fc.array(person, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  letterhead: fc.boolean(),
  total: fc.boolean(),
  signature: fc.boolean(),
  note: fc.boolean(),
  repeatsHeader: fc.boolean(),
});
const file = fc.array(fc.array(list, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 });
type Listed = {
  layout: string;
  letterhead: boolean;
  total: boolean;
  signature: boolean;
  note: boolean;
  repeatsHeader: boolean;
};

function sheetOf(name: string, lists: { more: Listed; teams: Team[] }[]): Sheet {
  const rows: Row[] = [];
  const merges: Merge[] = [];
  for (const { more, teams } of lists) {
    if (more.letterhead) {
      rows.push(
        ['UBND XÃ MINH SƠN', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        [null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
        [],
      );
    }
    rows.push(['DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG']);
    merges.push(at(rows.length - 1, 0, rows.length - 1, 5));
    const part = layouts[more.layout]!(teams);
    if (more.repeatsHeader && part.merges.length === 0) part.rows.splice(2, 0, [...part.rows[0]!]);
    merges.push(
      ...part.merges.map((one) => ({ ...one, top: one.top + rows.length, bottom: one.bottom + rows.length })),
    );
    rows.push(...part.rows);
    if (more.total) rows.push([null, 'Tổng cộng', teams.length * 3]);
    if (more.note) rows.push(['Ghi chú: danh sách này thay danh sách gửi trước']);
    if (more.signature)
      rows.push(
        [null, null, null, 'Minh Sơn, ngày 12 tháng 4 năm 2022'],
        ['Nơi nhận:', null, null, 'TM. UBND XÃ'],
        ['- UBND huyện;', null, null, 'CHỦ TỊCH'],
        [],
        [null, null, null, 'Trần Văn Ký'],
      );
  }
  const cells = rows.map((row) =>
    row.map((value): Cell | null => (value === null ? null : { value, text: String(value) })),
  );
  return { name, hidden: false, rows: cells, merges, hiddenRows: [], hiddenCols: [] };
}

it('loses nobody and no cell', () => {
  fc.assert(
    fc.property(file, (sheets) => {
      let number = 0;
      let place = 0;
      const expected = new Map<string, { team: string; phone: string | null }>();
      const seen = new Set<string>();
      const workbook: Workbook = {
        format: 'xlsx',
        sheets: sheets.map((lists, s) =>
          sheetOf(
            `Trang ${s + 1}`,
            lists.map(({ teams, ...more }) => ({
              more,
              teams: teams.map((people): Team => {
                const name = `Thôn ${++place}`;
                return {
                  name,
                  people: people.map(({ family, given, post, hasPhone }, i): Person => {
                    // Different people: a middle name is added until nobody is called so.
                    let middle = family;
                    while (seen.has(`${middle} ${given}`)) middle = `${middle} ${givens[number % givens.length]}`;
                    seen.add(`${middle} ${given}`);
                    const phone = hasPhone ? `0512${String(300_000 + ++number)}` : null;
                    const keepsPost = more.layout === 'wide' ? null : post;
                    expected.set(`${middle} ${given}`, { team: name, phone: phone && `+84${phone.slice(1)}` });
                    return { family: middle, given, phone, role: roles[i]!, post: keepsPost };
                  }),
                };
              }),
            })),
          ),
        ),
      };
      const roster = parseRoster(workbook, { commune: { name: 'xã Minh Sơn' } });
      const read = roster.teams.flatMap(({ name, members }) => members.map((member) => ({ name, member })));
      expect(read.map(({ member }) => member.fullName).toSorted()).toEqual([...expected.keys()].toSorted());
      for (const { name, member } of read) {
        const wanted = expected.get(member.fullName)!;
        expect([member.fullName, name, member.phones[0]?.e164 ?? null]).toEqual([
          member.fullName,
          wanted.team,
          wanted.phone,
        ]);
        if (wanted.phone === null)
          expect(
            roster.findings.some(({ code, params }) => /^phone\./.test(code) && params['name'] === member.fullName),
          ).toBe(true);
      }
      expect(roster.teams.map(({ members }) => members.map(({ role }) => role))).toEqual(
        roster.teams.map(() => ['leader', 'deputy', 'member']),
      );
      const filled = workbook.sheets
        .flatMap(({ rows }) => rows.flat())
        .filter((cell) => cell && cell.text !== '').length;
      const { records, findings, notImported } = roster.cells;
      expect([roster.cells.filled, records + findings + notImported]).toEqual([filled, filled]);
      expect(roster.notImported.reduce((sum, one) => sum + one.cells, 0)).toBe(notImported);
      expect(roster.notImported.filter(({ why }) => why === 'unread')).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('judges a column of names by its own list, not by the figures of the list below it', () => {
  const flags = { letterhead: false, signature: false, note: false, repeatsHeader: false };
  const team = (place: number, names: string[]): Team => ({
    name: `Thôn ${place}`,
    people: names.map((given, i) => ({ family: 'Tống Văn', given, phone: null, role: roles[i]!, post: null })),
  });
  const lists = [
    { more: { layout: 'wide', total: false, ...flags }, teams: [team(1, ['Ổn', 'An', 'Bình'])] },
    {
      more: { layout: 'filled down', total: true, ...flags },
      teams: [team(2, ['Cường', 'Dũng', 'Hà']), team(3, ['Lan', 'Mai', 'Nga'])],
    },
  ];
  const roster = parseRoster({ format: 'xlsx', sheets: [sheetOf('Trang 1', lists)] }, {});
  expect(roster.teams.map(({ members }) => members.length)).toEqual([3, 3, 3]);
});
