/** Lists as clerks really send them: each of these lost people, misplaced them or made somebody up. */
import {
  across,
  book,
  read,
  sheet,
  tidyTeam,
  three,
  type Row,
} from '../../../../../test/support/files/plain-sheets.ts';
import { codes, found, header, names, notImported } from '../../../../../test/support/files/rosters.ts';
import type { Choices } from './findings.ts';
import { applyChoices, canConfirm } from './parse-roster.ts';

const choice = (key: string, act: 'take' | 'leave_out'): Choices => ({ [`Sheet1!${key}`]: { act } });
const peopleOf = (rows: Row[]) => read(rows).teams.flatMap(({ members }) => members);

describe('names over three columns', () => {
  const people: Row[] = [
    [1, 'Thôn 1', 'Lê', 'Văn', 'Thịnh', 'Tổ trưởng', '0512345601'],
    [null, null, 'Bùi', 'Thị', 'Ổn', 'Tổ phó', '0512345602'],
    [null, null, 'Vi', null, 'Ấm', 'Thành viên', '0512345603'],
  ];
  const whole = [['Thôn 1', 'Lê Văn Thịnh', 'Bùi Thị Ổn', 'Vi Ấm']];
  it.each([
    ['Họ', 'Đệm', 'Tên'],
    ['Họ', 'Tên đệm', 'Tên'],
    ['Họ', 'Chữ đệm', 'Tên'],
  ])('%s, %s, %s are one name', (...heads) => {
    const roster = read([['Stt', 'Tên tổ', ...heads, 'Chức vụ', 'SĐT'], ...people]);
    expect(names(roster)).toEqual(whole);
    expect(codes(roster)).toEqual([]);
  });

  it('under one merged head are one name', () => {
    const roster = read([['Stt', 'Tên tổ', 'Họ và tên', null, null, 'Chức vụ', 'SĐT'], ...people], {
      merges: [across(0, 2, 4)],
    });
    expect(names(roster)).toEqual(whole);
  });

  it('said by hand are one name', () => {
    const fields = ['stt', 'team', 'name', 'given', 'given', 'position', 'phone'] as const;
    const columns = fields.map((field, column) => ({ column, field, person: 0 }));
    const tables = [{ sheet: 'Sheet1', headerRow: 1, columns }];
    expect(names(read([['A', 'B', 'C', 'D', 'E', 'F', 'G'], ...people], {}, { tables }))).toEqual(whole);
  });
});

describe('two tables side by side', () => {
  const heads = ['TT', 'Tên tổ', 'Họ tên', 'Chức vụ', 'SĐT'];
  const rows: Row[] = [
    [...heads, null, ...heads],
    [1, 'Thôn 1', 'Lê Văn An', 'Tổ trưởng', '0512345601', null, 3, 'Thôn 3', 'Hà Thị Ba', 'Tổ trưởng', '0512345621'],
    [null, null, 'Bùi Thị Ổn', 'Tổ phó', '0512345602', null, null, null, 'Vi Văn Bốn', 'Tổ phó', '0512345622'],
    [2, 'Thôn 2', 'Đỗ Văn Út', 'Tổ trưởng', '0512345611'],
    [null, null, null, null, null, null, 4, 'Thôn 4', 'Lò Thị Năm', 'Tổ trưởng', '0512345631'],
  ];
  const each = [
    ['Thôn 1', 'Lê Văn An', 'Bùi Thị Ổn'],
    ['Thôn 2', 'Đỗ Văn Út'],
    ['Thôn 3', 'Hà Thị Ba', 'Vi Văn Bốn'],
    ['Thôn 4', 'Lò Thị Năm'],
  ];
  it('keep each its own teams', () => {
    expect(names(read(rows))).toEqual(each);
    expect(codes(read(rows))).toEqual([]);
  });

  it('said by hand keep each its own teams', () => {
    const fields = ['stt', 'team', 'name', 'position', 'phone'] as const;
    const columns = [0, 1].flatMap((person) => fields.map((field, i) => ({ column: i + person * 6, field, person })));
    const tables = [{ sheet: 'Sheet1', headerRow: 1, columns }];
    const plain: Row[] = [Array.from({ length: 11 }, (_, i) => 'ABCDEGHIKLM'[i]!), ...rows.slice(1)];
    expect(names(read(plain, {}, { tables }))).toEqual(each);
  });

  it('with titles of hamlets take each its own', () => {
    const short = ['TT', 'Họ tên', 'SĐT'];
    const roster = read([
      [...short, null, ...short],
      ['Thôn 1', null, null, null, 'Thôn 2'],
      [1, 'Lê Văn An', '0512345601', null, 1, 'Hà Thị Ba', '0512345621'],
      [2, 'Bùi Thị Ổn', '0512345602', null, 2, 'Vi Văn Bốn', '0512345622'],
    ]);
    expect(names(roster)).toEqual([
      ['Thôn 1', 'Lê Văn An', 'Bùi Thị Ổn'],
      ['Thôn 2', 'Hà Thị Ba', 'Vi Văn Bốn'],
    ]);
  });
});

describe('a team without a name after a blank row', () => {
  const rows: Row[] = [
    header,
    ...tidyTeam,
    [null],
    ...three('', 0).map((row) => row.map((cell, i) => (i < 2 ? null : cell))),
  ];
  it('joins the team above only when the officer says so', () => {
    const roster = read(rows);
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương', 'Trịnh Đình Cường']]);
    expect(found(roster, 'team.missing')).toMatchObject({ cell: 'B6', proposed: 'Thôn 1' });
    expect(canConfirm(roster)).toBe(false);
    expect(names(read(rows, {}, {}, choice('B6#team.missing', 'take')))[0]).toHaveLength(7);
    const typed = read(rows, {}, {}, { 'Sheet1!B6#team.missing': { act: 'type', value: 'Thôn 2' } });
    expect(names(typed).map(([name, ...people]) => [name, people.length])).toEqual([
      ['Thôn 1', 3],
      ['Thôn 2', 3],
    ]);
  });
});

describe('who made and signed the list', () => {
  const numbered: Row[] = tidyTeam.map((row, i) => [i + 1, 'Thôn 1', ...row.slice(2)]);
  it.each([
    ['the compiler', ['Người tổng hợp: Lê Thị Lập', null, null, null, null, '0512345699']],
    ['the compiler in the column of names', [null, null, null, 'Người lập: Lê Thị Lập', null, '0512345699']],
    ['the head teacher', [null, null, null, 'HIỆU TRƯỞNG', null, null]],
    ['the chair', [null, null, null, 'Chủ tịch UBND xã', null, null]],
  ])('%s is no member', (_who, row) => {
    expect(peopleOf([header, ...numbered, row as Row]).map(({ fullName }) => fullName)).toHaveLength(3);
  });

  it('without a number below people who have one is asked about', () => {
    const rows: Row[] = [header, ...numbered, [null, null, null, 'Lê Thị Lập', 'Hiệu trưởng', '0512345699']];
    expect(found(read(rows), 'row.unnumbered')).toMatchObject({ cell: 'D5', severity: 'must_fix' });
    expect(names(read(rows, {}, {}, choice('D5#row.unnumbered', 'leave_out')))[0]).toHaveLength(4);
    expect(canConfirm(read(rows, {}, {}, choice('D5#row.unnumbered', 'take')))).toBe(true);
  });

  it('below the total belongs to no team', () => {
    const rows: Row[] = [
      header,
      ...tidyTeam,
      [null, 'Tổng cộng', 3],
      [null, null, null, 'Lê Thị Lập', 'Giáo viên', '0512345699'],
    ];
    expect(found(read(rows), 'team.missing')?.params).toEqual({ name: 'Lê Thị Lập' });
  });
});

describe('rows that the file does not show', () => {
  const rows: Row[] = [header, ...tidyTeam, ...three('Thôn 2', 2)];
  it('are asked about with their rows, and are no totals', () => {
    const roster = read(rows, { hiddenRows: [4, 5, 6] });
    expect(found(roster, 'rows.hidden')).toMatchObject({
      severity: 'must_fix',
      params: { count: 3, rows: '5–7' },
    });
    expect(found(roster, 'rows.skipped')).toBeUndefined();
    expect(canConfirm(roster)).toBe(false);
    expect(canConfirm(read(rows, { hiddenRows: [4, 5, 6] }, {}, choice('A5#rows.hidden', 'take')))).toBe(true);
    const back = Object.assign({}, ...['A5', 'D6', 'D7'].map((cell) => choice(`${cell}#cell.notImported`, 'take')));
    expect(names(read(rows, { hiddenRows: [4, 5, 6] }, {}, back))[1]).toHaveLength(4);
  });

  it('and struck ones are listed with their words', () => {
    const struck = (text: string) => ({ text, struck: true as const });
    const roster = read([
      header,
      tidyTeam[0]!,
      [null, null, null, struck('Nguyễn Thị Hương'), struck('Tổ phó'), struck('0512345602')],
      tidyTeam[2]!,
    ]);
    expect(notImported(roster, 'struck')).toEqual([['D3', 'Nguyễn Thị Hương · Tổ phó · 0512345602']]);
    expect(found(roster, 'rows.skipped')).toBeUndefined();
  });
});

describe('an old list and a new one in one file', () => {
  const of = (name: string, families: string[]) =>
    sheet(
      [
        header,
        ...three(
          'Thôn 1',
          1,
          families.map((family) => `${family} Văn An`),
        ),
        ...three('Thôn 2', 2),
      ],
      { name },
    );
  const file = book(of('Năm 2022', ['Lê', 'Bùi', 'Vi']), of('Năm 2026', ['Hà', 'Đỗ', 'Lò']));
  it('are a question at both, and the one that is left out is not read', () => {
    const roster = applyChoices(file, {});
    const asked = roster.findings.filter(({ code }) => code === 'list.again');
    expect(
      asked.map(({ sheet: name, severity, params }) => [name, severity, params['sheet'], params['count']]),
    ).toEqual([
      ['Năm 2022', 'must_fix', 'Năm 2026', 2],
      ['Năm 2026', 'must_fix', 'Năm 2022', 2],
    ]);
    expect(canConfirm(roster)).toBe(false);
    const left = applyChoices(file, { [asked[0]!.key]: { act: 'leave_out' } });
    expect(names(left)[0]).toEqual(['Thôn 1', 'Hà Văn An', 'Đỗ Văn An', 'Lò Văn An']);
    expect(canConfirm(left)).toBe(true);
    expect(left.notImported.some(({ why }) => why === 'left_out')).toBe(true);
    const both = applyChoices(file, Object.fromEntries(asked.map(({ key }) => [key, { act: 'take' }])));
    expect(both.findings.filter(({ code, state }) => code === 'list.again' && state === 'taken')).toHaveLength(2);
  });

  it('are no question when the second adds people to a team of the first', () => {
    const roster = read([
      header,
      ...tidyTeam,
      ['DANH SÁCH BỔ SUNG'],
      header,
      [1, 'Thôn 1', null, 'Vi Thị Ấm', 'Thành viên', '0512345609'],
    ]);
    expect(names(roster)[0]).toHaveLength(5);
    expect(found(roster, 'list.again')).toBeUndefined();
  });
});

it('a table that lies on its side is said to, with the way to mend it', () => {
  const roster = read([
    ['Họ tên', 'Lê Văn An', 'Bùi Thị Ổn', 'Vi Thị Ấm'],
    ['Chức vụ', 'Tổ trưởng', 'Tổ phó', 'Thành viên'],
    ['Số điện thoại', '0512345601', '0512345602', '0512345603'],
  ]);
  expect(found(roster, 'table.transposed')).toMatchObject({ severity: 'must_fix', params: { sheet: 'Sheet1' } });
  expect(found(roster, 'table.none')).toBeUndefined();
});

describe('a number in the cell of the name', () => {
  it.each([
    'Lê Văn An 0512345601',
    'Lê Văn An - ĐT: 0512 345 601',
    'Lê Văn An (SĐT 0512.345.601)',
    '0512345601 Lê Văn An',
  ])('%s is parted from it', (name) => {
    const roster = read([header, [1, 'Thôn 1', 1, name, 'Tổ trưởng', null]]);
    expect(roster.teams[0]?.members[0]).toMatchObject({ fullName: 'Lê Văn An', phones: [{ e164: '+84512345601' }] });
    expect(found(roster, 'name.withPhone')).toMatchObject({ severity: 'auto_fixed', proposed: 'Lê Văn An' });
    expect(canConfirm(roster)).toBe(true);
  });

  it('is read where one head says both', () => {
    const roster = read([
      ['Stt', 'Tên tổ', 'Họ tên, số điện thoại', 'Chức vụ'],
      [1, 'Thôn 1', 'Lê Văn An, 0512345601', 'Tổ trưởng'],
      [null, null, 'Bùi Thị Ổn', 'Tổ phó'],
    ]);
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn An', 'Bùi Thị Ổn']]);
    expect(found(roster, 'phone.missing')).toMatchObject({ cell: 'C3' });
  });

  it('stands second where the row has another', () => {
    const [member] = peopleOf([header, [1, 'Thôn 1', 1, 'Lê Văn An 0512345601', 'Tổ trưởng', '0512345602']]);
    expect(member?.phones.map(({ e164 }) => e164)).toEqual(['+84512345602', '+84512345601']);
  });
});

it('"nt" is what the cell above says', () => {
  const roster = read([
    header,
    [1, 'Thôn 1', null, 'Lê Văn An', 'Tổ trưởng', '0512345601'],
    [null, 'nt', null, 'Bùi Thị Ổn', 'Thành viên', '0512345602'],
    [null, '"', null, 'Vi Thị Ấm', '- nt -', '0512345603'],
    [null, 'như trên', null, 'Hà Văn Ba', 'như trên', '0512345604'],
  ]);
  expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn An', 'Bùi Thị Ổn', 'Vi Thị Ấm', 'Hà Văn Ba']]);
  expect(roster.teams[0]?.members.map(({ role, position }) => [role, position])).toEqual([
    ['leader', null],
    ['member', null],
    ['member', null],
    ['member', null],
  ]);
  expect(codes(roster)).toEqual(['cell.ditto', 'cell.ditto']);
});

it('",00" behind a number is none of it', () => {
  const [member] = peopleOf([header, [1, 'Thôn 1', 1, 'Lê Văn An', 'Tổ trưởng', '512345601,00']]);
  expect(member?.phones.map(({ e164 }) => e164)).toEqual(['+84512345601']);
});

it.each(['BAN CHỈ ĐẠO', 'Ban chỉ đạo chuyển đổi số', 'ban chi dao', 'Ban quản lý'])('%s is no hamlet', (text) => {
  const roster = read([header, ...tidyTeam, [text], [null, null, null, 'Lê Thị Lập', 'Trưởng ban', '0512345699']]);
  expect(names(roster)).toHaveLength(1);
  expect(found(roster, 'team.missing')?.params).toEqual({ name: 'Lê Thị Lập' });
});
