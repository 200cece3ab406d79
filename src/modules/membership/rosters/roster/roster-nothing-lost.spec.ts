/** Lists as communes lay them out: everybody comes out once and whole, or stands in a question; nothing goes silently. */
import { across, minhSon, read, three, tidyTeam, type Row } from '../../../../../test/support/files/plain-sheets.ts';
import { codes, found, header, lead, names, notImported } from '../../../../../test/support/files/rosters.ts';
import { isGarbled } from './cells/garbled-text.ts';
import { canConfirm } from './parse-roster.ts';

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

describe('a cell of tens of thousands of characters', () => {
  it.each([
    ['dots', '.'],
    ['brackets', '('],
    ['blanks and a letter', ' x '],
    ['the word for place', 'thôn '],
    ['commas', 'a, '],
    ['line breaks', 'Lê An\n'],
  ])('of %s is read in a time that grows with its length, not with its square', (_what, piece) => {
    /** The better of two tries to read as many cells, of a length each, one after the other. */
    const bestMs = (cells: number, length: number) => {
      const long = `${piece.repeat(length / piece.length)}y`;
      const rows = [0, 1, 2, 3, 4, 5].map((at): Row => {
        const row: Row = [2, 'Thôn 2', 1, 'Vi Thị Ấm', lead[0]!, '0512345611'];
        row[at] = long;
        return row;
      });
      const tries = [1, 2].map(() => {
        const from = performance.now();
        for (let cell = 0; cell < cells; cell++) read([[long], header, ...rows, [long]], {}, minhSon);
        return performance.now() - from;
      });
      return Math.min(...tries);
    };
    // The same letters in one piece and in eight: with a square it would take eight times as long.
    expect(bestMs(1, 16_000)).toBeLessThan(4 * bestMs(8, 2_000) + 100);
  });
});
