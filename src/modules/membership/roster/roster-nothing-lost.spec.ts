/** Lists as communes lay them out: everybody comes out once and whole, or stands in a question; nothing goes silently. */
import type { Cell, Merge, Sheet, Workbook } from '#documents';
import { codes, found, header, lead, names, notImported, team } from '../../../../test/support/rosters.ts';
import type { Choices } from './findings.ts';
import { isGarbled } from './garbled-text.ts';
import { applyChoices, canConfirm, parseRoster } from './parse-roster.ts';
import type { RosterOptions } from './roster.types.ts';
import { hamletKey } from './unit-names.ts';

type Row = (string | number | null | Partial<Cell>)[];

const cellOf = (value: Row[number]): Cell | null => {
  if (value === null || value === '') return null;
  if (typeof value === 'object') return { value: value.text ?? '', text: value.text ?? '', ...value } as Cell;
  return { value, text: String(value) };
};
const sheet = (rows: Row[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Sheet1',
  hidden: false,
  rows: rows.map((row) => row.map(cellOf)),
  merges: [],
  hiddenRows: [],
  hiddenCols: [],
  ...more,
});
const book = (...sheets: Sheet[]): Workbook => ({ format: 'xlsx', sheets });
const read = (rows: Row[], more: Partial<Sheet> = {}, options: RosterOptions = {}, choices: Choices = {}) =>
  applyChoices(book(sheet(rows, more)), choices, options);
const across = (row: number, left: number, right: number): Merge => ({ top: row, left, bottom: row, right });
const tidyTeam = team() as Row[];
const three = (name: string, at: number, people = ['Bùi Thị Ổn', 'Vi Thị Ấm', 'Hà Văn Sáu']): Row[] =>
  people.map((who, i) => [i === 0 ? at : null, i === 0 ? name : null, null, who, lead[i] ?? '', `05123457${at}${i}`]);
const minhSon = { commune: { name: 'xã Minh Sơn' } };

/** Every cell with a text is a record, in a finding or in the list of what is not imported. */
const balanced = ({ cells }: ReturnType<typeof parseRoster>) => cells.records + cells.findings + cells.notImported;

describe('names', () => {
  it('of people called Tống and Công are no totals', () => {
    const rows: Row[] = [
      header,
      ...tidyTeam,
      [null, null, null, 'Tống Văn An', 'Thành viên', null],
      [null, null, null, 'Công Thị Bình', 'Thành viên', null],
      [null, 'Tổng cộng', 5, null, null, null],
    ];
    const roster = read(rows);
    expect(names(roster)[0]?.slice(4)).toEqual(['Tống Văn An', 'Công Thị Bình']);
    expect(notImported(roster, 'total')).toEqual([['B7', 'Tổng cộng · 5']]);
  });

  it('under a head over two columns are joined', () => {
    const rows: Row[] = [
      ['Stt', 'Tên tổ', 'Họ và tên', null, 'Chức vụ', 'SĐT'],
      [1, 'Thôn 1', 'Lê Văn', 'Thịnh', 'Tổ trưởng', '0512345601'],
      [null, null, 'Nguyễn Thị', 'Hương', 'Tổ phó', '0512345602'],
      [null, null, 'Trịnh Đình', 'Cường', 'Thành viên', '0512345603'],
    ];
    expect(names(read(rows, { merges: [across(0, 2, 3)] }))).toEqual([
      ['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương', 'Trịnh Đình Cường'],
    ]);
    const apart: Row[] = [['Stt', 'Tên tổ', 'Họ đệm', 'Tên', 'Chức vụ', 'SĐT'], ...rows.slice(1)];
    expect(names(read(apart))).toEqual(names(read(rows, { merges: [across(0, 2, 3)] })));
  });

  it('that still look garbled block until they are typed again or taken as they are', () => {
    for (const name of ['V¨n §øc', 'NguyÔn An', 'Leâ Vaên', 'Nguy?n V?n ??c', 'L\ufffd V\ufffdn An', 'Höõu'])
      expect([name, isGarbled(name)]).toEqual([name, true]);
    for (const name of ['Hờ A Chạ', 'Y Blốk', 'K’Brơi', 'Đinh H’Ngọc', 'NGUYỄN VĂN A', 'Trần Quốc Oai', 'Lò Thị Ột'])
      expect([name, isGarbled(name)]).toEqual([name, false]);
    expect(found(read([header, [1, 'Th?n 1', 1, 'Lê An', lead[0]!, '0512345601']]), 'team.garbled')?.cell).toBe('B2');
    const rows: Row[] = [header, [1, 'Thôn 1', 1, 'Nguy?n An', lead[0]!, '0512345601']];
    expect(canConfirm(read(rows))).toBe(false);
    expect(canConfirm(read(rows, {}, {}, { 'Sheet1!D2#name.garbled': { act: 'take' } }))).toBe(true);
  });
});

describe('several people in one row', () => {
  const lines: Row[] = [
    ['Stt', 'Tên tổ', 'Họ tên', 'Chức vụ', 'SĐT'],
    [
      1,
      'Thôn 1',
      '1. Lê Văn Thịnh\n2. Nguyễn Thị Hương\n3. Trịnh Đình Cường',
      'Tổ trưởng\nTổ phó\nThành viên',
      '0512345601\n0512345602\n0512345603',
    ],
  ];

  it('by line breaks are that many people, each with the own number and post', () => {
    const roster = read(lines);
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương', 'Trịnh Đình Cường']]);
    expect(roster.teams[0]!.members.map(({ role, phones }) => [role, phones[0]?.e164])).toEqual([
      ['leader', '+84512345601'],
      ['deputy', '+84512345602'],
      ['member', '+84512345603'],
    ]);
    expect(found(roster, 'row.severalPeople')?.cell).toBe('C2');
  });

  it('have findings of their own, and one of them can be left out', () => {
    const rows: Row[] = [lines[0]!, [...lines[1]!.slice(0, 4), '0512345601\n12345\n0512345603']];
    expect(found(read(rows), 'phone.invalid')).toMatchObject({ cell: 'E2.2', params: { name: 'Nguyễn Thị Hương' } });
    const key = 'Sheet1!E2.2#phone.invalid';
    const typed = read(rows, {}, {}, { [key]: { act: 'type', value: '0512345602' } });
    expect([canConfirm(typed), typed.teams[0]!.members[1]!.phones[0]?.e164]).toEqual([true, '+84512345602']);
    expect(names(read(rows, {}, {}, { [key]: { act: 'leave_out' } }))).toEqual([
      ['Thôn 1', 'Lê Văn Thịnh', 'Trịnh Đình Cường'],
    ]);
  });

  it('whose lines do not match are a question', () => {
    const rows: Row[] = [lines[0]!, [...lines[1]!.slice(0, 4), '0512345601\n0512345602']];
    const roster = read(rows);
    expect(found(roster, 'row.linesDiffer')).toMatchObject({ cell: 'E2', severity: 'must_fix' });
    expect(canConfirm(roster)).toBe(false);
    const value = '0512345601; 0512345602; 0512345603';
    const settled = read(rows, {}, {}, { 'Sheet1!E2#row.linesDiffer': { act: 'type', value } });
    expect(canConfirm(settled)).toBe(true);
    expect(settled.teams[0]!.members).toHaveLength(3);
  });

  it('are not made of one name that is wrapped, and asked about where both could be', () => {
    expect(names(read([lines[0]!, [1, 'Thôn 1', 'Lê Văn\nThịnh', 'Tổ trưởng', '0512345601']]))).toEqual([
      ['Thôn 1', 'Lê Văn Thịnh'],
    ]);
    const unsure = read([lines[0]!, [1, 'Thôn 1', 'Lê Văn Thịnh\nBùi Thị Ổn', 'Tổ trưởng', '0512345601']]);
    expect(found(unsure, 'name.lines')).toMatchObject({ cell: 'C2', severity: 'must_fix' });
    const comma = read([lines[0]!, [1, 'Thôn 1', 'Lê Văn Thịnh, Bùi Thị Ổn', 'Tổ trưởng', '0512345601']]);
    expect(found(comma, 'name.several')).toMatchObject({ cell: 'C2', severity: 'must_fix' });
  });

  it('by columns are one for each column of names, with the role that its head says', () => {
    const wide: Row[] = [
      ['TT', 'Thôn', 'Tổ trưởng', 'Số điện thoại', 'Tổ phó', 'Số điện thoại', 'Thành viên', 'Số điện thoại'],
      ...[1, 2, 3].map(
        (n): Row => [
          n,
          `Thôn ${n}`,
          `Lê Văn ${'ABC'[n - 1]}`,
          `051234570${n}`,
          `Bùi Thị ${'ABC'[n - 1]}`,
          `051234571${n}`,
          `Hà Văn ${'ABC'[n - 1]}`,
          `051234572${n}`,
        ],
      ),
    ];
    const roster = read(wide);
    expect(names(roster).map((each) => each.length)).toEqual([4, 4, 4]);
    expect(roster.teams[1]!.members.map(({ fullName, role, phones }) => [fullName, role, phones[0]?.e164])).toEqual([
      ['Lê Văn B', 'leader', '+84512345702'],
      ['Bùi Thị B', 'deputy', '+84512345712'],
      ['Hà Văn B', 'member', '+84512345722'],
    ]);
    expect(codes(roster)).toEqual([]);
    expect(found(roster, 'columns.wide')?.params).toEqual({ people: 3 });
    const left = read(wide, {}, {}, { 'Sheet1!F3#phone.invalid': { act: 'leave_out' } });
    expect(left.teams[1]!.members.map(({ role }) => role)).toEqual(['leader', 'member']);
  });

  it('by columns under two rows of heads', () => {
    const rows: Row[] = [
      ['TT', 'Thôn', 'Tổ trưởng', null, 'Tổ phó', null],
      [null, null, 'Họ tên', 'SĐT', 'Họ tên', 'SĐT'],
      [1, 'Thôn 1', 'Lê Văn Thịnh', '0512345601', 'Nguyễn Thị Hương', '0512345602'],
    ];
    const roster = read(rows, { merges: [across(0, 2, 3), across(0, 4, 5)] });
    expect(roster.teams[0]!.members.map(({ fullName, role }) => [fullName, role])).toEqual([
      ['Lê Văn Thịnh', 'leader'],
      ['Nguyễn Thị Hương', 'deputy'],
    ]);
  });
});

describe('what comes after the signature', () => {
  const signed: Row[] = [
    [null, null, null, 'NGƯỜI LẬP BIỂU', null, 'TM. UBND XÃ'],
    [null, null, null, null, null, 'CHỦ TỊCH'],
    [null, null, null, 'Lê Thị Lập', null, 'Trần Văn Ký'],
  ];

  it('is read when it is another list with its own header', () => {
    const roster = read([
      ['DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÔN 1'],
      ['TT', 'Họ và tên', 'Chức vụ', 'SĐT'],
      [1, 'Lê Văn Thịnh', 'Tổ trưởng', '0512345601'],
      ...signed,
      [null],
      ['DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÔN 2'],
      ['TT', 'Họ và tên', 'SĐT', 'Chức vụ'],
      [1, 'Bùi Thị Ổn', '0512345611', 'Tổ trưởng'],
      [2, 'Vi Thị Ấm', '0512345612', 'Tổ phó'],
      ...signed,
    ]);
    expect(names(roster)).toEqual([
      ['Thôn 1', 'Lê Văn Thịnh'],
      ['Thôn 2', 'Bùi Thị Ổn', 'Vi Thị Ấm'],
    ]);
    expect(roster.tables.map(({ headerRow }) => headerRow)).toEqual([2, 9]);
    expect(notImported(roster, 'signature').map(([cell]) => cell)).toEqual(['D4', 'F5', 'D6', 'D12', 'F13', 'D14']);
  });

  it('is read when it is a supplement without a header, also where a number is missing', () => {
    const roster = read([
      header,
      ...tidyTeam,
      ...signed,
      ['DANH SÁCH BỔ SUNG'],
      ...three('Thôn 2', 2),
      [3, 'Thôn 3', null, 'Lò Văn Út', 'Tổ trưởng', null],
    ]);
    expect(names(roster).map(([name, ...people]) => [name, people.length])).toEqual([
      ['Thôn 1', 3],
      ['Thôn 2', 3],
      ['Thôn 3', 1],
    ]);
    expect(found(roster, 'phone.missing')).toMatchObject({ cell: 'F12', params: { name: 'Lò Văn Út' } });
    expect(notImported(roster, 'title')).toEqual([['A8', 'DANH SÁCH BỔ SUNG']]);
  });

  it('never joins the last team of the list before it', () => {
    const roster = read([header, ...tidyTeam, ...signed, [1, null, null, 'Bùi Thị Ổn', 'Thành viên', '0512345611']]);
    expect(names(roster)[0]).toHaveLength(4);
    expect(found(roster, 'team.missing')?.params).toEqual({ name: 'Bùi Thị Ổn' });
  });
});

describe('another commune', () => {
  it.each([
    ['a letterhead in full', [['ỦY BAN NHÂN DÂN XÃ DÂN LỰC']]],
    ['a letterhead over two lines', [['ỦY BAN NHÂN DÂN\nXÃ DÂN LỰC']]],
    ['a letterhead over two rows', [['ỦY BAN NHÂN DÂN'], ['XÃ DÂN LỰC']]],
    ['a letterhead with the district', [['UBND XÃ DÂN LỰC - HUYỆN TRIỆU SƠN']]],
    ['a title', [['DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ DÂN LỰC']]],
  ] as [string, Row[]][])('in %s stops the list until the officer says that it is right', (_what, above) => {
    const roster = read([...above, header, ...tidyTeam], {}, minhSon);
    const finding = found(roster, 'unit.other')!;
    expect(finding).toMatchObject({ severity: 'must_fix', params: { commune: 'xã Minh Sơn' } });
    expect(canConfirm(roster)).toBe(false);
    const taken = read([...above, header, ...tidyTeam], {}, minhSon, { [finding.key]: { act: 'take' } });
    expect(canConfirm(taken)).toBe(true);
  });

  it('in a signature stops it too; the own commune does not, nor a sentence without a name', () => {
    expect(
      found(read([header, ...tidyTeam, [null, null, null, null, 'TM. UBND XÃ DÂN LỰC']], {}, minhSon), 'unit.other')
        ?.cell,
    ).toBe('E5');
    for (const text of ['TM. UBND XÃ MINH SƠN', 'TM. UBND XÃ', 'UBND xã.....', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
      expect(
        found(read([[text], header, ...tidyTeam, [null, null, null, null, text]], {}, minhSon), 'unit.other'),
      ).toBeUndefined();
  });

  it('in the name of a team is asked about', () => {
    const rows: Row[] = [header, ...(team({ B1: 'Thôn 1 (xã Dân Lực)' }) as Row[])];
    const finding = found(read(rows, {}, minhSon), 'team.otherCommune')!;
    expect(finding).toMatchObject({ cell: 'B2', severity: 'must_fix', params: { file: 'Dân Lực' } });
    const former = { commune: { name: 'xã Minh Sơn', formerCommunes: ['xã Dân Lực'] } };
    expect(found(read(rows, {}, former), 'team.otherCommune')).toBeUndefined();
  });

  it('of before a merger has its teams kept apart, list by list', () => {
    const commune = { commune: { name: 'xã Triệu Sơn', formerCommunes: ['xã Minh Sơn', 'xã Dân Lực'] } };
    const roster = read(
      [['UBND XÃ MINH SƠN'], header, ...tidyTeam, ['UBND XÃ DÂN LỰC'], header, ...three('Thôn 1', 1)],
      {},
      commune,
    );
    expect(roster.teams.map(({ hamletKey, members }) => [hamletKey, members.length])).toEqual([
      [hamletKey('Thôn 1 (Minh Sơn)'), 3],
      [hamletKey('Thôn 1 (Dân Lực)'), 3],
    ]);
  });
});

describe('a team without a name', () => {
  const nameless = (more: Partial<Sheet>, at: Row): Row[] | [Row[], Partial<Sheet>] => [
    [header, ...tidyTeam, at, [null, null, null, 'Vi Thị Ấm', lead[1]!, '0512345612']],
    more,
  ];
  it.each<[string, Row, Merge[]]>([
    ['a new number', [2, null, null, 'Bùi Thị Ổn', lead[0]!, '0512345611'], []],
    ['a new count', [null, null, 2, 'Bùi Thị Ổn', lead[0]!, '0512345611'], []],
    [
      'a merged cell of its own',
      [null, null, null, 'Bùi Thị Ổn', lead[0]!, '0512345611'],
      [{ top: 4, left: 1, bottom: 5, right: 1 }],
    ],
  ])('by %s does not join the team above', (_what, row, merges) => {
    const [rows] = nameless({}, row) as [Row[], Partial<Sheet>];
    const roster = read(rows, { merges });
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương', 'Trịnh Đình Cường']]);
    expect(roster.findings.filter(({ code }) => code === 'team.missing').map(({ cell }) => cell)).toEqual(['B5', 'B6']);
    expect(canConfirm(roster)).toBe(false);
    const typed = read(rows, { merges }, {}, { 'Sheet1!B5#team.missing': { act: 'type', value: 'Thôn 2' } });
    expect(names(typed)[1]).toEqual(['Thôn 2', 'Bùi Thị Ổn', 'Vi Thị Ấm']);
  });
});

describe('columns', () => {
  it('of the role in the team and of the post are both kept', () => {
    const roster = read([
      ['Stt', 'Tên tổ', 'Họ tên', 'Chức vụ trong tổ', 'Chức vụ', 'SĐT'],
      [1, 'Thôn 1', 'Lê Văn Thịnh', 'Tổ trưởng', 'Trưởng thôn', '0512345601'],
      [null, null, 'Nguyễn Thị Hương', 'Tổ phó', 'Bí thư Đoàn', '0512345602'],
    ]);
    expect(roster.teams[0]!.members.map(({ role, position }) => [role, position])).toEqual([
      ['leader', 'Trưởng thôn'],
      ['deputy', 'Bí thư Đoàn'],
    ]);
    const swapped = read([
      ['Stt', 'Tên tổ', 'Họ tên', 'Chức vụ', 'Chức danh', 'SĐT'],
      [1, 'Thôn 1', 'Lê Văn Thịnh', 'Trưởng thôn', 'Tổ trưởng', '0512345601'],
    ]);
    expect(swapped.teams[0]!.members[0]).toMatchObject({ role: 'leader', position: 'Trưởng thôn' });
  });

  it('beyond the form are listed, those of identity papers without their text', () => {
    const roster = read([
      [...header, 'Ghi chú', 'Giới tính', 'Quê quán', 'Số CCCD'],
      ...tidyTeam.map((row): Row => [...row, 'mới', 'Nam', 'Triệu Sơn', '038000000000']),
    ]);
    expect(notImported(roster, 'column')).toEqual([
      ['G2', 'mới · mới · mới'],
      ['H2', 'Nam · Nam · Nam'],
      ['I2', 'Triệu Sơn · Triệu Sơn · Triệu Sơn'],
    ]);
    expect(JSON.stringify(roster.notImported)).not.toContain('038000000000');
    expect(found(roster, 'columns.dropped')?.params).toEqual({ columns: 'Số CCCD' });
  });

  it('that the officer named are read so, and again for the next file with the same heads', () => {
    const rows: Row[] = [
      ['A', 'B', 'C', 'D'],
      ['Thôn 1', 'Lê Văn Thịnh', 'Tổ trưởng', '0512345601'],
    ];
    const columns = (['team', 'name', 'position', 'phone'] as const).map((field, column) => ({
      column,
      field,
      person: 0,
    }));
    const byHand = read(rows, {}, { tables: [{ sheet: 'Sheet1', headerRow: 1, columns }] });
    expect(names(byHand)).toEqual([['Thôn 1', 'Lê Văn Thịnh']]);
    const { headKey } = byHand.tables[0]!;
    const next: Row[] = [['Danh sách'], ['a', 'B', 'C', 'd'], ['Thôn 2', 'Bùi Thị Ổn', 'Tổ trưởng', '0512345611']];
    const remembered = read(next, {}, { remembered: { [headKey]: columns } });
    expect(names(remembered)).toEqual([['Thôn 2', 'Bùi Thị Ổn']]);
    expect(remembered.tables[0]).toMatchObject({ source: 'remembered', headerRow: 2 });
  });
});

describe('a cell of tens of thousands of characters', () => {
  it.each([
    ['dots', '.'],
    ['brackets', '('],
    ['blanks and a letter', ' x '],
    ['the word for place', 'thôn '],
    ['commas', 'a, '],
    ['line breaks', 'Lê An\n'],
  ])('of %s is read in the time that it takes to read it', (_what, piece) => {
    const long = `${piece.repeat(30_000 / piece.length)}y`;
    const rows = [0, 1, 2, 3, 4, 5].map((at): Row => {
      const row: Row = [2, 'Thôn 2', 1, 'Vi Thị Ấm', lead[0]!, '0512345611'];
      row[at] = long;
      return row;
    });
    const { user } = process.cpuUsage();
    read([[long], header, ...rows, [long]], {}, minhSon);
    expect((process.cpuUsage().user - user) / 1000).toBeLessThan(1500);
  });
});

describe('what is struck out', () => {
  const struck = (text: string): Partial<Cell> => ({ text, struck: true });
  it('is listed and can be brought back, a row as a row and a cell as a cell', () => {
    const rows: Row[] = [
      header,
      tidyTeam[0]!,
      [null, null, null, struck('Nguyễn Thị Hương'), struck('Tổ phó'), struck('0512345602')],
      [null, null, null, 'Trịnh Đình Cường', 'Thành viên', struck('0512345603')],
    ];
    const roster = read(rows);
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh', 'Trịnh Đình Cường']]);
    expect(notImported(roster, 'struck').map(([cell]) => cell)).toEqual(['D3']);
    expect(found(roster, 'phone.missing')?.cell).toBe('F4');
    const back = read(
      rows,
      {},
      {},
      {
        'Sheet1!D3#cell.notImported': { act: 'take' },
        'Sheet1!F4#cell.notImported': { act: 'take' },
      },
    );
    expect(names(back)[0]).toHaveLength(4);
    expect(canConfirm(back)).toBe(true);
    expect(back.notImported.filter(({ taken }) => taken).map(({ cell }) => cell)).toEqual(['D3', 'F4']);
  });

  it('in a part of a cell is left out of it', () => {
    const cell: Partial<Cell> = { text: 'Lê Văn Tám Thịnh', richText: true, struckParts: ['Tám '] };
    const roster = read([header, [1, 'Thôn 1', 1, cell, lead[0]!, '0512345601']]);
    expect(roster.teams[0]!.members[0]!.fullName).toBe('Lê Văn Thịnh');
    expect(found(roster, 'text.struckPart')).toMatchObject({ cell: 'D2', severity: 'choose' });
  });
});

describe('what is not imported', () => {
  it('can be brought back as a row of people, also from above the table and from below it', () => {
    const rows: Row[] = [
      [null, null, null, 'Bùi Thị Ổn', 'Tổ phó', '0512345611'],
      header,
      ...tidyTeam,
      ['Ghi chú: đã rà soát'],
      ['Tổng', 'Thôn 1', null, 'Vi Thị Ấm', 'Thành viên', null],
    ];
    const roster = read(rows);
    expect(roster.notImported.map(({ cell, why, back }) => [cell, why, back])).toEqual([
      ['D1', 'title', 'row'],
      ['A2', 'header', 'columns'],
      ['A6', 'note', 'row'],
      ['A7', 'total', 'row'],
    ]);
    const back = read(
      rows,
      {},
      {},
      { 'Sheet1!A7#cell.notImported': { act: 'take' }, 'Sheet1!D1#cell.notImported': { act: 'take' } },
    );
    expect(names(back)[0]).toContain('Vi Thị Ấm');
    expect(found(back, 'team.missing')?.params).toEqual({ name: 'Bùi Thị Ổn' });
    expect(found(back, 'phone.missing')?.cell).toBe('F7');
  });

  it('is a sheet without a list too, and a team without people', () => {
    const roster = applyChoices(
      book(sheet([header, ...tidyTeam, [2, 'Thôn 2', 0]]), sheet([['Giá điện', 'Tháng 6']], { name: 'Khác' })),
      {},
    );
    expect(notImported(roster, 'sheet')).toEqual([['A1', 'Giá điện · Tháng 6']]);
    expect(found(roster, 'team.empty')).toMatchObject({ cell: 'B5', params: { team: 'Thôn 2' } });
    expect(balanced(roster)).toBe(roster.cells.filled);
  });
});
