/** One test for each kind of untidiness, on a file built for it. */
import { readWorkbook, writeWorkbook, type CellValue, type Merge, type SheetToWrite } from '#documents';
import { inline, rawXls, rawXlsx, rowsXml } from '../../../../test/support/hostile-files.ts';
import type { Choices, FindingCode } from './findings.ts';
import { applyChoices, canConfirm, parseRoster, withoutDroppedColumns } from './parse-roster.ts';
import type { Roster, RosterOptions } from './roster.types.ts';
import { hamletKey } from './unit-names.ts';

const header = ['Stt', 'Tên Tổ công nghệ số cộng đồng', 'Số lượng thành viên của tổ', 'Họ tên', 'Chức vụ', 'Số điện thoại (Bắt buộc)'];
const lead = ['Tổ trưởng - Trưởng thôn', 'Tổ phó', 'Thành viên'];
type Rows = (CellValue | undefined)[][];

/** A tidy team of three with some cells replaced: { D2: 'x' } puts x into the second column-D cell below the header. */
function team(changes: Record<string, CellValue> = {}): Rows {
  const rows: Rows = [
    [1, 'Thôn 1', 3, 'Lê Văn Thịnh', lead[0], '0512345601'],
    [null, null, null, 'Nguyễn Thị Hương', lead[1], '0512345602'],
    [null, null, null, 'Trịnh Đình Cường', lead[2], '0512345603'],
  ];
  for (const [ref, value] of Object.entries(changes)) rows[Number(ref.slice(1)) - 1]![ref.charCodeAt(0) - 65] = value;
  return rows;
}

const sheetOf = (rows: Rows, more: Partial<SheetToWrite> = {}): SheetToWrite => ({ name: 'Sheet1', rows: rows.map((row) => row.map((cell) => cell ?? null)), ...more });
const bookOf = async (rows: Rows, more: Partial<SheetToWrite> = {}) => readWorkbook(await writeWorkbook([sheetOf(rows, more)]));
const parse = async (rows: Rows, more: Partial<SheetToWrite> = {}, options: RosterOptions = {}) => parseRoster(await bookOf(rows, more), options);
const one = (changes: Record<string, CellValue>, more: Partial<SheetToWrite> = {}) => parse([header, ...team(changes)], more);
const found = (roster: Roster, code: FindingCode) => roster.findings.find((finding) => finding.code === code);
const codes = (roster: Roster) => roster.findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.code);
const names = (roster: Roster) => roster.teams.map((each) => [each.name, ...each.members.map((member) => member.fullName)]);
const tidy = [['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương', 'Trịnh Đình Cường']];

describe('a tidy list', () => {
  it('is read without a doubt', async () => {
    const roster = await one({});
    expect(names(roster)).toEqual(tidy);
    expect(codes(roster)).toEqual([]);
    expect(canConfirm(roster)).toBe(true);
    expect(roster.teams[0]!.members[0]).toMatchObject({ role: 'leader', position: 'Trưởng thôn', affiliations: ['hamlet_head'], phones: [{ e164: '+84512345601' }], row: 2 });
  });

  it('says what it is a list of', async () => {
    const roster = await parse([
      ['PHỤ LỤC 1'], ['Tên đơn vị: UBND xã Minh Sơn'], ['Thực hiện công văn số: 577/STTTT-CNTT ngày 28/3/2022'], ['Tổng số Tổ công nghệ số trên địa bàn:', 1], ['Tổng số thành viên các tổ: 3'], header, ...team(),
    ], {}, { commune: { name: 'xã Minh Sơn' } });
    expect(roster).toMatchObject({ unitName: 'UBND xã Minh Sơn', directive: '577/STTTT-CNTT ngày 28/3/2022', declaredTeams: 1, declaredMembers: 3 });
    expect(codes(roster)).toEqual([]);
  });
});

describe('shape of the table', () => {
  it('1 finds the header below merged title rows', async () => {
    const roster = await parse([['ỦY BAN NHÂN DÂN XÃ MINH SƠN'], ['Danh sách Tổ công nghệ số cộng đồng'], [], header, ...team()], { merges: [0, 1].map((top): Merge => ({ top, left: 0, bottom: top, right: 5 })) });
    expect(names(roster)).toEqual(tidy);
    expect(found(roster, 'header.found')?.params).toMatchObject({ row: 4 });
  });

  it('1 says that a file without the table is the wrong file', async () => {
    const roster = await parse([['Họ tên', 'Ngày sinh'], ['Lê Văn Thịnh', '1/1/1980']]);
    expect(found(roster, 'table.none')).toMatchObject({ severity: 'must_fix', cell: 'A1' });
    expect(canConfirm(roster)).toBe(false);
  });

  it('2 takes merged team cells for all their rows', async () => {
    const merges = [0, 1, 2].map((column): Merge => ({ top: 1, left: column, bottom: 3, right: column }));
    const roster = await parse([header, ...team(), [2, 'Thôn 2', 1, 'Bùi Thị Ổn', lead[0], '0512345611']], { merges });
    expect(names(roster)).toEqual([...tidy, ['Thôn 2', 'Bùi Thị Ổn']]);
    expect(found(roster, 'team.merged')?.cell).toBe('B2');
  });

  it('3 fills a team’s name down, but not past the next number', async () => {
    const roster = await parse([header, ...team(), [2, 'Thôn 2', 1, 'Bùi Thị Ổn', lead[0], '0512345611'], [3, null, 1, 'Vi Thị Ấm', lead[0], '0512345612']]);
    expect(names(roster)).toEqual([...tidy, ['Thôn 2', 'Bùi Thị Ổn']]);
    expect(found(roster, 'team.filledDown')?.cell).toBe('B3');
    expect(found(roster, 'team.missing')).toMatchObject({ cell: 'B6', severity: 'must_fix', params: { name: 'Vi Thị Ấm' } });
  });

  it('4 takes a repeated team name for one team, however it is spelled', async () => {
    const roster = await one({ B2: 'Thôn 01', B3: 'thôn một' });
    expect(names(roster)).toEqual(tidy);
    expect(found(roster, 'team.repeated')?.cell).toBe('B3');
  });

  it('22 takes group rows for teams and numbers that restart for people', async () => {
    const roster = await parse([
      ['Stt', 'Họ và tên', 'Chức vụ', 'SĐT'], ['I', 'Thôn 1'], [1, 'Lê Văn Thịnh', 'Tổ trưởng', '0512345601'], [2, 'Nguyễn Thị Hương', 'Tổ phó', '0512345602'], ['II. Thôn Đồng Nẫn'], [1, 'Bùi Thị Ổn', 'Tổ trưởng', '0512345611'],
    ]);
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương'], ['Thôn Đồng Nẫn', 'Bùi Thị Ổn']]);
    expect(roster.findings.filter((finding) => finding.code === 'row.groupHeading').map((finding) => finding.row)).toEqual([2, 5]);
  });

  it('23 skips totals and everything from the signature on', async () => {
    const roster = await parse([header, ...team(), [null, 'Tổng cộng', 3], [null, null, null, null, 'TM. UBND XÃ'], [null, null, null, 'CHỦ TỊCH'], ['Nơi nhận: UBND huyện']]);
    expect(names(roster)).toEqual(tidy);
    expect(found(roster, 'rows.skipped')?.params).toEqual({ from: 5, to: 8, count: 4 });
  });

  it('23 skips a repeated header and the row of column numbers', async () => {
    const roster = await parse([header, ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'], ...team().slice(0, 2), header, ...team().slice(2)]);
    expect(names(roster)).toEqual(tidy);
  });

  it('24 reads hidden rows and columns, and says so', async () => {
    const file = rawXlsx(
      `<cols><col min="5" max="5" width="9" hidden="1"/></cols><sheetData>${rowsXml([header], 1)}${rowsXml(team().map((row) => row.map(String).map((text) => text.replace('null', ''))), 2).replace('<row r="3">', '<row r="3" hidden="1">')}</sheetData>`,
    );
    const roster = parseRoster(await readWorkbook(file));
    expect(names(roster)).toEqual(tidy);
    expect(found(roster, 'row.hidden')?.cell).toBe('D3');
    expect(found(roster, 'column.hidden')?.params).toEqual({ column: 'E' });
  });

  it('24 asks about a hidden sheet', async () => {
    const book = await readWorkbook(await writeWorkbook([sheetOf([header, ...team()]), sheetOf([header, [1, 'Thôn 2', 1, 'Bùi Thị Ổn', lead[0], '0512345611']], { name: 'Cũ' })]));
    book.sheets[1]!.hidden = true;
    const key = found(parseRoster(book), 'sheet.hidden')!.key;
    expect(names(parseRoster(book))).toHaveLength(2);
    expect(names(parseRoster(book, {}, { [key]: { act: 'keep' } }))).toEqual(tidy);
  });

  it('24 takes the sheet’s name for the team when there is one sheet per hamlet', async () => {
    const rows: Rows = [['TT', 'Họ tên', 'Chức vụ', 'Điện thoại'], [1, 'Lê Văn Thịnh', 'Tổ trưởng', '0512345601']];
    const other: Rows = [['TT', 'Họ tên', 'Chức vụ', 'Điện thoại'], [1, 'Bùi Thị Ổn', 'Tổ trưởng', '0512345602']];
    const roster = parseRoster(await readWorkbook(await writeWorkbook([sheetOf(rows, { name: 'Thôn 1' }), sheetOf(other, { name: 'T2' })])));
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh'], ['Thôn 2', 'Bùi Thị Ổn']]);
    expect(found(roster, 'sheet.asTeam')?.sheet).toBe('Thôn 1');
  });

  it('30 drops columns that the form does not have, so that they are never stored', async () => {
    const book = await bookOf([[...header, 'Số CCCD', 'Ngày sinh', 'Ghi chú'], ...team().map((row) => [...row, '038000000000', '1/1/1980', 'x'])]);
    const roster = parseRoster(book);
    expect(roster.droppedColumns.map((column) => [column.header, column.sensitive])).toEqual([['Số CCCD', true], ['Ngày sinh', true]]);
    expect(found(roster, 'columns.dropped')?.params).toEqual({ columns: 'Số CCCD, Ngày sinh' });
    expect(JSON.stringify(withoutDroppedColumns(book, roster.droppedColumns))).not.toContain('038000000000');
    expect(names(parseRoster(withoutDroppedColumns(book, roster.droppedColumns)))).toEqual(tidy);
  });

  it('31 joins a header over two rows', async () => {
    const above = ['Stt', 'Tên tổ', 'SL', 'Thông tin thành viên', null, null];
    const below = [null, null, null, 'Họ tên', 'Chức vụ', 'Số ĐT'];
    const down = [0, 1, 2].map((column): Merge => ({ top: 0, left: column, bottom: 1, right: column }));
    for (const merges of [[...down, { top: 0, left: 3, bottom: 0, right: 5 }], []]) {
      const roster = await parse([above, below, ...team()], { merges });
      expect(names(roster)).toEqual(tidy);
      expect(found(roster, 'header.twoRows')?.params).toEqual({ from: 1, to: 2 });
    }
  });

  it('takes another choice of columns', async () => {
    const book = await bookOf([['A', 'B', 'C', 'D', 'E', 'F'], ...team()]);
    const roster = parseRoster(book, { columns: { Sheet1: { headerRow: 1, columns: { stt: 0, team: 1, count: 2, name: 3, position: 4, phone: 5 } } } });
    expect(names(roster)).toEqual(tidy);
  });
});

describe('phones', () => {
  it.each<[string, CellValue, FindingCode, string, Record<string, string>]>([
    ['5 a lost zero', 512_345_601, 'phone.lostZero', '0512 345 601', {}],
    ['6 an international form', '84512345601', 'phone.international', '0512 345 601', {}],
    ['8 the letter O and stray letters', 'O512345601', 'phone.cleaned', '0512 345 601', {}],
    ['9 two numbers', '0512 345 601 / 0512345699', 'phone.two', '0512 345 601 / 0512 345 699', {}],
    ['10 a prefix of before 2018', '01680000000', 'phone.prefixChanged', '0380 000 000', { from: '0168', to: '038' }],
  ])('%s is repaired and shown', async (_what, value, code, proposed, params) => {
    const roster = await one({ F1: value });
    expect(found(roster, code)).toMatchObject({ cell: 'F2', severity: 'auto_fixed', original: String(value), proposed, params });
    expect(canConfirm(roster)).toBe(true);
  });

  it('7 says that Excel lost digits', async () => {
    const roster = await one({ F2: '9.12E+08' });
    expect(found(roster, 'phone.digitsLost')).toMatchObject({ cell: 'F3', severity: 'must_fix', params: { text: '9.12E+08' }, proposed: null });
    expect(canConfirm(roster)).toBe(false);
  });

  it('8 strips dots, full-width digits and no-break blanks without a word', async () => {
    expect(codes(await one({ F1: '0512.345.601', F2: '０５１２３４５６０２', F3: '0512\u00a0345\u00a0603' }))).toEqual([]);
  });

  it('wants a phone for every member, and a valid one', async () => {
    const roster = await one({ F2: null, F3: '12345' });
    expect(found(roster, 'phone.missing')).toMatchObject({ cell: 'F3', params: { name: 'Nguyễn Thị Hương' } });
    expect(found(roster, 'phone.invalid')).toMatchObject({ cell: 'F4', params: { text: '12345', name: 'Trịnh Đình Cường' } });
  });

  it('28 asks about a phone shared by two people and keeps the reason', async () => {
    const rows = [header, ...team({ F3: '0512345602' })];
    const finding = found(await parse(rows), 'phone.shared');
    expect(finding).toMatchObject({ cell: 'F4', severity: 'choose', params: { name: 'Nguyễn Thị Hương' } });
    const roster = applyChoices(await bookOf(rows), { [finding!.key]: { act: 'keep', reason: 'vợ chồng' } });
    expect(roster.teams[0]!.members[2]).toMatchObject({ sharedPhoneReason: 'vợ chồng' });
    expect(found(roster, 'phone.shared')).toMatchObject({ state: 'kept', value: 'vợ chồng' });
  });

  it('28 notices one person in two teams, and one typed twice in a team', async () => {
    const roster = await parse([header, ...team({ D3: 'Nguyễn Thị Hương', F3: '0512345602' }), [2, 'Thôn 2', 1, 'Lê Văn Thịnh', lead[0], '0512345601']]);
    expect(found(roster, 'person.sameRow')).toMatchObject({ cell: 'D4', params: { row: 3 } });
    expect(found(roster, 'person.twice')).toMatchObject({ cell: 'D5', params: { team: 'Thôn 1' } });
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương'], ['Thôn 2', 'Lê Văn Thịnh']]);
  });

  it('29 takes a landline second and asks when there is nothing else', async () => {
    const roster = await one({ F1: '0237 3000 000 / 0512345601', F2: '02373000000' });
    expect(roster.teams[0]!.members[0]!.phones.map((phone) => phone.kind)).toEqual(['mobile', 'landline']);
    expect(found(roster, 'phone.landline')?.cell).toBe('F2');
    expect(found(roster, 'phone.landlineOnly')).toMatchObject({ cell: 'F3', severity: 'choose' });
  });

  it('29 asks whether 037 is an old landline of an office', async () => {
    const rows = [header, ...team({ F1: '0373000000', F3: '0374000000' })];
    const finding = found(await parse(rows), 'phone.maybeOfficeLandline');
    expect(finding).toMatchObject({ cell: 'F2', severity: 'choose', proposed: '0237 300 0000' });
    expect((await parse(rows)).findings.filter((each) => each.code === 'phone.maybeOfficeLandline')).toHaveLength(1);
    expect(parseRoster(await bookOf(rows), {}, { [finding!.key]: { act: 'take' } }).teams[0]!.members[0]!.phones[0]).toMatchObject({ e164: '+842373000000', kind: 'landline' });
  });
});

describe('text of the cells', () => {
  it('11 takes the text of rich text and links and the result of formulas, and evaluates nothing', async () => {
    const cells = `<row r="2">${inline('A2', '1')}${inline('B2', 'Thôn 1')}<c r="D2" t="inlineStr"><is><r><t>Lê </t></r><r><rPr><b/></rPr><t>Văn Thịnh</t></r></is></c>${inline('E2', 'Tổ trưởng')}<c r="F2" t="str"><f>"0512"&amp;"345601"</f><v>0512345601</v></c></row><row r="3"><c r="D3"><f>G3</f></c>${inline('E3', 'Tổ phó')}${inline('F3', '0512345602')}</row>`;
    const roster = parseRoster(await readWorkbook(rawXlsx(`<sheetData>${rowsXml([header])}${cells}</sheetData>`)));
    expect(roster.teams[0]!.members[0]).toMatchObject({ fullName: 'Lê Văn Thịnh', phones: [{ e164: '+84512345601' }] });
    expect(found(roster, 'cell.formula')?.cell).toBe('F2');
    expect(found(roster, 'cell.formulaWithoutResult')).toMatchObject({ cell: 'D3', severity: 'must_fix', original: '=G3' });
  });

  it('12 composes decomposed text', async () => {
    const roster = await one({ D1: 'Lê Văn Thịnh'.normalize('NFD') });
    expect(found(roster, 'text.decomposed')).toMatchObject({ cell: 'D2', proposed: 'Lê Văn Thịnh' });
    expect(names(roster)).toEqual(tidy);
  });

  it('13 converts TCVN3 by font and by its letters', async () => {
    const roster = await one({ D2: 'NguyÔn ThÞ H\u00ad¬ng', D3: 'TrÞnh §×nh C\u00adêng' }, { fonts: [{ row: 2, column: 3, name: '.VnTime' }] });
    expect(names(roster)).toEqual(tidy);
    expect(found(roster, 'text.tcvn3')).toMatchObject({ cell: 'D3', group: 'text.tcvn3:.VnTime', params: { font: '.VnTime', encoding: 'TCVN3' } });
    expect(roster.findings.filter((finding) => finding.code === 'text.tcvn3')).toHaveLength(2);
  });

  it('14 converts VNI', async () => {
    const roster = await one({ D1: 'Leâ Vaên Thònh' }, { fonts: [{ row: 1, column: 3, name: 'VNI-Times' }] });
    expect(found(roster, 'text.vni')).toMatchObject({ cell: 'D2', original: 'Leâ Vaên Thònh', proposed: 'Lê Văn Thịnh' });
  });

  it('15 warns of a mark that stands alone', async () => {
    const roster = await one({ D1: 'Lê Văn Thi nh\u0323' });
    expect(found(roster, 'text.loneMark')).toMatchObject({ cell: 'D2', severity: 'choose' });
  });

  it('16 reads .xls and .csv of all encodings', async () => {
    const rows = [header, ...team()].map((row) => row.map((cell) => cell ?? null)) as (string | number | null)[][];
    const old = parseRoster(await readWorkbook(rawXls({ rows })));
    expect(names(old)).toEqual(tidy);
    expect(found(old, 'file.oldFormat')).toBeDefined();
    const csv = rows.map((row) => row.map((cell) => cell ?? '').join(';')).join('\r\n');
    for (const data of [Buffer.from(`\ufeff${csv}`), Buffer.from(`\ufeff${csv}`, 'utf16le'), windows1258(csv)]) {
      const roster = parseRoster(await readWorkbook(data));
      expect(names(roster)).toEqual(tidy);
      expect(found(roster, 'file.csvEncoding')).toBeDefined();
    }
  });

  it('17 asks before it changes capitals, and repairs Ð', async () => {
    const rows = [header, ...team({ D1: 'LÊ THỊ HỢI', D2: 'Ðỗ Thị Hương' })];
    const roster = await parse(rows);
    expect(roster.teams[0]!.members.map((member) => member.fullName).slice(0, 2)).toEqual(['LÊ THỊ HỢI', 'Đỗ Thị Hương']);
    expect(found(roster, 'text.wrongD')?.cell).toBe('D3');
    const caps = found(roster, 'name.allCaps')!;
    expect(caps).toMatchObject({ severity: 'choose', proposed: 'Lê Thị Hợi' });
    expect(parseRoster(await bookOf(rows), {}, { [caps.key]: { act: 'take' } }).teams[0]!.members[0]!.fullName).toBe('Lê Thị Hợi');
  });

  it('18 takes honorifics off the name', async () => {
    const roster = await one({ D1: 'Ông Lê Văn Thịnh', D3: 'Đ/c Trịnh Đình Cường' });
    expect(names(roster)).toEqual(tidy);
    expect(roster.teams[0]!.members[2]!.honorific).toBe('Đ/c');
    expect(found(roster, 'name.honorific')).toMatchObject({ cell: 'D2', proposed: 'Lê Văn Thịnh', params: { honorific: 'Ông' } });
  });

  it('19 splits a post from the name when it is sure and asks when not', async () => {
    const roster = await one({ D1: 'Lê Văn Thịnh - Trưởng thôn', E1: null, D2: 'Nguyễn Thị Hương (Hai)' });
    expect(roster.teams[0]!.members[0]).toMatchObject({ fullName: 'Lê Văn Thịnh', position: 'Trưởng thôn' });
    expect(found(roster, 'name.withPost')?.severity).toBe('auto_fixed');
    expect(found(roster, 'name.maybePost')).toMatchObject({ cell: 'D3', severity: 'choose', proposed: 'Nguyễn Thị Hương' });
    expect(roster.teams[0]!.members[1]!.fullName).toBe('Nguyễn Thị Hương (Hai)');
  });

  it('20 spells out abbreviations, keeps unknown posts and asks about TT alone', async () => {
    const roster = await one({ E1: 'Tổ trưởng - BT, TT', E2: 'TT', E3: 'Thợ điện' });
    expect(found(roster, 'position.alias')).toMatchObject({ cell: 'E2', params: { from: 'BT, TT', to: 'Bí thư chi bộ, Trưởng thôn' }, proposed: 'Tổ trưởng - Bí thư chi bộ - Trưởng thôn' });
    expect(found(roster, 'position.ambiguous')).toMatchObject({ cell: 'E3', choices: ['Tổ trưởng', 'Trưởng thôn'] });
    expect(roster.teams[0]!.members[2]).toMatchObject({ role: 'member', position: 'Thợ điện', roleGiven: false });
  });

  it('21 reads a written count and compares it with the rows', async () => {
    expect(codes(await one({ C1: '03 người' }))).toEqual([]);
    expect(codes(await one({ C1: 'ba' }))).toEqual([]);
    expect(found(await one({ C1: '4 ng' }), 'count.differs')).toMatchObject({ cell: 'C2', params: { declared: '4 ng', counted: 3 }, proposed: '3' });
    expect(found(await one({ C1: 'đủ' }), 'count.unreadable')?.severity).toBe('info');
  });

  it('27 folds tone placement but never i and y', async () => {
    const roster = await parse([header, ...team({ B1: 'Thôn Hòa Bình', B2: 'Thôn Hoà Bình', B3: 'Thôn Lý' }), [2, 'Thôn Lí', 1, 'Bùi Thị Ổn', lead[0], '0512345611']]);
    expect(names(roster).map(([name]) => name)).toEqual(['Thôn Hòa Bình', 'Thôn Lý', 'Thôn Lí']);
  });
});

describe('places', () => {
  it.each(['Thôn1', 'T1', 'thôn 01', 'Thôn Một'])('25 spells %s as Thôn 1', async (text) => {
    const roster = await one({ B1: text });
    expect(roster.teams[0]).toMatchObject({ name: 'Thôn 1', hamletKey: 'thon:1' });
    expect(found(roster, 'hamlet.canonical')).toMatchObject({ cell: 'B2', original: text, proposed: 'Thôn 1' });
  });

  it('25 knows quarters and streets', async () => {
    expect((await one({ B1: 'KP 3' })).teams[0]).toMatchObject({ name: 'Khu phố 3', hamletType: 'khu_pho' });
    expect((await one({ B1: 'Phố Giắt' })).teams[0]).toMatchObject({ name: 'Phố Giắt', hamletType: 'pho' });
  });

  it('26 keeps the former commune of each Thôn 1 after a merger', async () => {
    const commune = { name: 'xã Triệu Sơn', formerCommunes: ['xã Minh Sơn', 'xã Dân Lực'] };
    const old = await parse([['Tên đơn vị: UBND xã Minh Sơn'], header, ...team()], {}, { commune });
    expect(old.teams[0]).toMatchObject({ hamletKey: 'thon:1@minh sơn', formerCommune: 'xã Minh Sơn' });
    expect(found(old, 'unit.formerName')?.cell).toBe('A1');
    const named = await parse([['UBND xã Triệu Sơn'], header, ...team({ B1: 'Thôn 1 (Minh Sơn)' }), [2, 'Thôn 1 (Dân Lực)', 1, 'Bùi Thị Ổn', lead[0], '0512345611']], {}, { commune });
    expect(named.teams.map((each) => each.hamletKey)).toEqual([hamletKey('Thôn 1 (Minh Sơn)'), hamletKey('Thôn 1 (Dân Lực)')]);
  });

  it('26 stops another commune’s list until the officer says that it is right', async () => {
    const rows: Rows = [['Tên đơn vị: UBND xã Dân Lực'], header, ...team()];
    const options = { commune: { name: 'xã Minh Sơn' } };
    const finding = found(await parse(rows, {}, options), 'unit.other')!;
    expect(finding).toMatchObject({ severity: 'must_fix', params: { file: 'UBND xã Dân Lực', commune: 'xã Minh Sơn' } });
    expect(canConfirm(applyChoices(await bookOf(rows), { [finding.key]: { act: 'take' } }, options))).toBe(true);
  });
});

describe('checks over the list', () => {
  it('compares totals with the rows', async () => {
    const roster = await parse([['Tổng số Tổ công nghệ số trên địa bàn: 2'], header, ...team(), [null, 'Tổng cộng', 5]]);
    expect(found(roster, 'total.teamsDiffer')).toMatchObject({ params: { declared: 2, counted: 1 }, proposed: '1' });
    expect(found(roster, 'total.membersDiffer')).toMatchObject({ cell: 'C6', params: { declared: 5, counted: 3 } });
  });

  it('notes what a team lacks and stops two leaders', async () => {
    const roster = await one({ E2: 'Tổ trưởng' });
    expect(found(roster, 'team.noDeputy')?.severity).toBe('info');
    const two = found(roster, 'team.twoLeaders')!;
    expect(two).toMatchObject({ cell: 'E3', severity: 'must_fix', params: { name: 'Lê Văn Thịnh', other: 'Nguyễn Thị Hương' }, proposed: 'Tổ phó' });
    const settled = applyChoices(await bookOf([header, ...team({ E2: 'Tổ trưởng' })]), { [two.key]: { act: 'take' } });
    expect(settled.teams[0]!.members[1]!.role).toBe('deputy');
    expect(canConfirm(settled)).toBe(true);
  });
});

describe('choices', () => {
  const rows = [header, ...team({ F2: null, F3: '9.12E+08', D1: 'Đ/c Lê Văn Thịnh' })];
  const settle = async (choices: Choices) => applyChoices(await bookOf(rows), choices);

  it('checks what is typed like anything else', async () => {
    const wrong = await settle({ 'Sheet1!F3#phone.missing': { act: 'type', value: '12345' } });
    expect(found(wrong, 'phone.invalid')).toMatchObject({ cell: 'F3', severity: 'must_fix', params: { text: '12345' } });
    const right = await settle({ 'Sheet1!F3#phone.missing': { act: 'type', value: '512345602' }, 'Sheet1!F4#phone.digitsLost': { act: 'type', value: '0512345603' } });
    expect(right.teams[0]!.members.map((member) => member.phones[0]?.e164)).toEqual(['+84512345601', '+84512345602', '+84512345603']);
    expect(found(right, 'phone.missing')).toMatchObject({ state: 'typed', value: '512345602' });
    expect(canConfirm(right)).toBe(true);
  });

  it('keeps the file’s text on demand', async () => {
    const roster = await settle({ 'Sheet1!D2#name.honorific': { act: 'keep' } });
    expect(roster.teams[0]!.members[0]!.fullName).toBe('Đ/c Lê Văn Thịnh');
    expect(found(roster, 'name.honorific')?.state).toBe('kept');
  });

  it('leaves a row out on demand', async () => {
    const roster = await settle({ 'Sheet1!F3#phone.missing': { act: 'leave_out' }, 'Sheet1!F4#phone.digitsLost': { act: 'leave_out' } });
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh']]);
    expect(canConfirm(roster)).toBe(true);
    expect(found(roster, 'phone.missing')?.state).toBe('left_out');
  });

  it('does not take a blocking finding for settled because it was kept', async () => {
    expect(canConfirm(await settle({ 'Sheet1!F3#phone.missing': { act: 'keep' }, 'Sheet1!F4#phone.digitsLost': { act: 'keep' } }))).toBe(false);
  });

  it('gives the same answer to the same choices, whatever the storage did to the workbook', async () => {
    const book = await bookOf(rows);
    const choices: Choices = { 'Sheet1!F3#phone.missing': { act: 'type', value: '0512345602' } };
    expect(applyChoices(JSON.parse(JSON.stringify(book)), choices)).toEqual(applyChoices(book, choices));
  });
});

describe('large lists', () => {
  it('32 reads 30,000 merges over 15,000 rows and every person in them', async () => {
    const people = Array.from({ length: 15_000 }, (_, i) => [`${i + 1}`, i % 3 === 0 ? `Thôn ${i / 3 + 1}` : '', '', `Lê Văn ${'ABCDEGH'[i % 7]}`, lead[i % 3]!, `05${String(10_000_000 + i).padStart(8, '0')}`]);
    const merges = Array.from({ length: 5_000 }, (_, i) => `<mergeCell ref="B${i * 3 + 2}:B${i * 3 + 4}"/>`).join('') + Array.from({ length: 25_000 }, (_, i) => `<mergeCell ref="G${(i % 15_000) + 2}:H${(i % 15_000) + 2}"/>`).join('');
    const roster = parseRoster(await readWorkbook(rawXlsx(`<sheetData>${rowsXml([header, ...people])}</sheetData><mergeCells>${merges}</mergeCells>`)));
    expect(roster.teams).toHaveLength(5_000);
    expect(roster.teams.every((each) => each.members.length === 3)).toBe(true);
  });
});

/** As a program of 2000 saved it: letters of the code page, tones as marks of their own. */
function windows1258(text: string): Buffer {
  const tone: Record<string, number> = { '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2 };
  const letter: Record<string, number> = { 'ă': 0xe3, 'Ă': 0xc3, 'đ': 0xf0, 'Đ': 0xd0, 'ơ': 0xf5, 'Ơ': 0xd5, 'ư': 0xfd, 'Ư': 0xdd };
  const bytes: number[] = [];
  for (const char of text.normalize('NFC')) {
    const parts = char.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC');
    const mark = char.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0];
    bytes.push(letter[parts] ?? parts.charCodeAt(0));
    if (mark) bytes.push(tone[mark]!);
  }
  return Buffer.from(bytes);
}
