import { readWorkbook, writeWorkbook } from '#documents';
import { findingsVi } from '#i18n/words/findings.vi';
import { findingRules, type Finding } from './findings.ts';
import { parseRoster } from './parse-roster.ts';
import { annotatedFile, blankForm, filledForm, formHeader } from './roster-files.ts';

const say = (finding: Finding) =>
  (findingsVi[`finding.${finding.code}`] as string).replace(/\{(\w+)\}/g, (_, key: string) =>
    String(finding.params[key] ?? ''),
  );
const grid = async (file: Buffer) =>
  (await readWorkbook(file)).sheets[0]!.rows.map((row) => row.map((cell) => cell?.text ?? ''));

describe('files that an import gives out', () => {
  it('gives the empty form in the words of Appendix 1', async () => {
    expect((await grid(await blankForm())).map((row) => row.join('|'))).toEqual([
      'PHỤ LỤC 1',
      'Tên đơn vị: UBND xã.....',
      'BÁO CÁO',
      'Danh sách Tổ công nghệ số cộng đồng',
      'Thực hiện công văn số:',
      'Tổng số Tổ công nghệ số trên địa bàn:',
      'Tổng số thành viên các tổ:',
      'Danh sách các tổ kèm theo:',
      'Stt|Tên Tổ công nghệ số cộng đồng|Số lượng thành viên của tổ|Họ tên|Chức vụ|Số điện thoại (Bắt buộc)',
      '|Thôn....',
    ]);
  });

  it('finds nobody in the empty form, and its table', async () => {
    const roster = parseRoster(await readWorkbook(await blankForm()));
    expect(roster.teams).toEqual([]);
    expect(roster.tables[0]?.headerRow).toBe(9);
  });

  it('reads a filled form back as it was', async () => {
    const rows = [
      formHeader,
      [1, 'Thôn 1', 2, 'Nguyễn Thị Hương', 'Tổ phó', '0512345602'],
      [null, null, null, 'Lê Văn Thịnh', 'Tổ trưởng - TT', '512345601'],
      [2, 'Thôn 2', 1, 'Bùi Thị Ổn', 'Tổ trưởng', '0512345603 / 0512345604'],
    ];
    const first = parseRoster(await readWorkbook(await writeWorkbook([{ name: 'S', rows }])));
    const again = parseRoster(await readWorkbook(await filledForm(first.teams, { unitName: 'UBND xã Minh Sơn' })));
    const people = (roster: typeof first) =>
      roster.teams.map((team) => ({
        name: team.name,
        members: team.members
          .map(({ fullName, role, position, phones }) => [fullName, role, position, phones.map((phone) => phone.e164)])
          .sort(),
      }));
    expect(people(again)).toEqual(people(first));
    expect(again.teams[0]!.members[0]!.role).toBe('leader');
    expect(again.findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.code)).toEqual([
      'phone.two',
    ]);
    expect(again).toMatchObject({ declaredTeams: 2, declaredMembers: 3, unitName: 'UBND xã Minh Sơn' });
  });

  it('returns the officer’s file with notes, without the columns that may not be stored', async () => {
    const rows = [
      [...formHeader, 'CCCD'],
      [1, 'Thôn 1', 1, 'Lê Văn Thịnh', 'Tổ trưởng', null, '038000000000'],
    ];
    const book = await readWorkbook(await writeWorkbook([{ name: 'S', rows }]));
    const file = await grid(await annotatedFile(book, parseRoster(book), say, { notes: findingsVi['roster.notes'] }));
    expect(file[0]?.at(-1)).toBe('Ghi chú lỗi');
    expect(file[1]).toEqual([
      '1',
      'Thôn 1',
      '1',
      'Lê Văn Thịnh',
      'Tổ trưởng',
      '',
      '',
      'F2: Lê Văn Thịnh chưa có số điện thoại (bắt buộc)',
    ]);
  });

  it('has words for every finding', () => {
    for (const code of Object.keys(findingRules)) expect(findingsVi).toHaveProperty([`finding.${code}`]);
  });
});
