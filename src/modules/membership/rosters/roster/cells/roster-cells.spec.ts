/** One test for each kind of untidiness, on a file built for it. */
import { readWorkbook, type CellValue } from '#documents';
import { inline, rawXls, rawXlsx, rowsXml } from '../../../../../../test/support/files/hostile-files.ts';
import {
  bookOf,
  codes,
  found,
  header,
  lead,
  names,
  one,
  parse,
  team,
  tidy,
} from '../../../../../../test/support/files/rosters.ts';
import type { FindingCode } from '../findings.ts';
import { applyChoices, canConfirm, parseRoster } from '../parse-roster.ts';

describe('phones', () => {
  it.each<[string, CellValue, FindingCode, string, Record<string, string>]>([
    ['5 a lost zero', 512_345_601, 'phone.lostZero', '0512 345 601', {}],
    ['6 an international form', '84512345601', 'phone.international', '0512 345 601', {}],
    ['8 the letter O and stray letters', 'O512345601', 'phone.cleaned', '0512 345 601', {}],
    ['9 two numbers', '0512 345 601 / 0512345699', 'phone.two', '0512 345 601 / 0512 345 699', {}],
    ['10 a prefix of before 2018', '01680000000', 'phone.prefixChanged', '0380 000 000', { from: '0168', to: '038' }],
  ])('%s is repaired and shown', async (_what, value, code, proposed, params) => {
    const roster = await one({ F1: value });
    expect(found(roster, code)).toMatchObject({
      cell: 'F2',
      severity: 'auto_fixed',
      original: String(value),
      proposed,
      params,
    });
    expect(canConfirm(roster)).toBe(true);
  });

  it('7 says that Excel lost digits', async () => {
    const roster = await one({ F2: '9.12E+08' });
    expect(found(roster, 'phone.digitsLost')).toMatchObject({
      cell: 'F3',
      severity: 'must_fix',
      params: { text: '9.12E+08' },
      proposed: null,
    });
    expect(canConfirm(roster)).toBe(false);
  });

  it('8 strips dots, full-width digits and no-break blanks without a word', async () => {
    expect(codes(await one({ F1: '0512.345.601', F2: '０５１２３４５６０２', F3: '0512\u00a0345\u00a0603' }))).toEqual(
      [],
    );
  });

  it('wants a phone for every member, and a valid one', async () => {
    const roster = await one({ F2: null, F3: '12345' });
    expect(found(roster, 'phone.missing')).toMatchObject({ cell: 'F3', params: { name: 'Nguyễn Thị Hương' } });
    expect(found(roster, 'phone.invalid')).toMatchObject({
      cell: 'F4',
      params: { text: '12345', name: 'Trịnh Đình Cường' },
    });
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
    const roster = await parse([
      header,
      ...team({ D3: 'Nguyễn Thị Hương', F3: '0512345602' }),
      [2, 'Thôn 2', 1, 'Lê Văn Thịnh', lead[0], '0512345601'],
    ]);
    expect(found(roster, 'person.sameRow')).toMatchObject({ cell: 'D4', params: { row: 3 } });
    expect(found(roster, 'person.twice')).toMatchObject({ cell: 'D5', params: { team: 'Thôn 1' } });
    expect(names(roster)).toEqual([
      ['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương'],
      ['Thôn 2', 'Lê Văn Thịnh'],
    ]);
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
    expect(
      parseRoster(await bookOf(rows), {}, { [finding!.key]: { act: 'take' } }).teams[0]!.members[0]!.phones[0],
    ).toMatchObject({ e164: '+842373000000', kind: 'landline' });
  });
});

describe('text of the cells', () => {
  it('11 takes the text of rich text and links and the result of formulas, and evaluates nothing', async () => {
    const cells = `<row r="2">${inline('A2', '1')}${inline('B2', 'Thôn 1')}<c r="D2" t="inlineStr"><is><r><t>Lê </t></r><r><rPr><b/></rPr><t>Văn Thịnh</t></r></is></c>${inline('E2', 'Tổ trưởng')}<c r="F2" t="str"><f>"0512"&amp;"345601"</f><v>0512345601</v></c></row><row r="3"><c r="D3"><f>G3</f></c>${inline('E3', 'Tổ phó')}${inline('F3', '0512345602')}</row>`;
    const roster = parseRoster(await readWorkbook(rawXlsx(`<sheetData>${rowsXml([header])}${cells}</sheetData>`)));
    expect(roster.teams[0]!.members[0]).toMatchObject({ fullName: 'Lê Văn Thịnh', phones: [{ e164: '+84512345601' }] });
    expect(found(roster, 'cell.formula')?.cell).toBe('F2');
    expect(found(roster, 'cell.formulaWithoutResult')).toMatchObject({
      cell: 'D3',
      severity: 'must_fix',
      original: '=G3',
    });
  });

  it('12 composes decomposed text', async () => {
    const roster = await one({ D1: 'Lê Văn Thịnh'.normalize('NFD') });
    expect(found(roster, 'text.decomposed')).toMatchObject({ cell: 'D2', proposed: 'Lê Văn Thịnh' });
    expect(names(roster)).toEqual(tidy);
  });

  it('13 converts TCVN3 by font and by its letters', async () => {
    const roster = await one(
      { D2: 'NguyÔn ThÞ H\u00ad¬ng', D3: 'TrÞnh §×nh C\u00adêng' },
      { fonts: [{ row: 2, column: 3, name: '.VnTime' }] },
    );
    expect(names(roster)).toEqual(tidy);
    expect(found(roster, 'text.tcvn3')).toMatchObject({
      cell: 'D3',
      group: 'text.tcvn3:.VnTime',
      params: { font: '.VnTime', encoding: 'TCVN3' },
    });
    expect(roster.findings.filter((finding) => finding.code === 'text.tcvn3')).toHaveLength(2);
  });

  it('14 converts VNI', async () => {
    const roster = await one({ D1: 'Leâ Vaên Thònh' }, { fonts: [{ row: 1, column: 3, name: 'VNI-Times' }] });
    expect(found(roster, 'text.vni')).toMatchObject({
      cell: 'D2',
      original: 'Leâ Vaên Thònh',
      proposed: 'Lê Văn Thịnh',
    });
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
    expect(roster.teams[0]!.members.map((member) => member.fullName).slice(0, 2)).toEqual([
      'LÊ THỊ HỢI',
      'Đỗ Thị Hương',
    ]);
    expect(found(roster, 'text.wrongD')?.cell).toBe('D3');
    const caps = found(roster, 'name.allCaps')!;
    expect(caps).toMatchObject({ severity: 'choose', proposed: 'Lê Thị Hợi' });
    expect(parseRoster(await bookOf(rows), {}, { [caps.key]: { act: 'take' } }).teams[0]!.members[0]!.fullName).toBe(
      'Lê Thị Hợi',
    );
  });

  it('18 takes honorifics off the name', async () => {
    const roster = await one({ D1: 'Ông Lê Văn Thịnh', D3: 'Đ/c Trịnh Đình Cường' });
    expect(names(roster)).toEqual(tidy);
    expect(roster.teams[0]!.members[2]!.honorific).toBe('Đ/c');
    expect(found(roster, 'name.honorific')).toMatchObject({
      cell: 'D2',
      proposed: 'Lê Văn Thịnh',
      params: { honorific: 'Ông' },
    });
  });

  it('19 splits a post from the name when it is sure and asks when not', async () => {
    const roster = await one({ D1: 'Lê Văn Thịnh - Trưởng thôn', E1: null, D2: 'Nguyễn Thị Hương (Hai)' });
    expect(roster.teams[0]!.members[0]).toMatchObject({ fullName: 'Lê Văn Thịnh', position: 'Trưởng thôn' });
    expect(found(roster, 'name.withPost')?.severity).toBe('auto_fixed');
    expect(found(roster, 'name.maybePost')).toMatchObject({
      cell: 'D3',
      severity: 'choose',
      proposed: 'Nguyễn Thị Hương',
    });
    expect(roster.teams[0]!.members[1]!.fullName).toBe('Nguyễn Thị Hương (Hai)');
  });

  it('20 spells out abbreviations, keeps unknown posts and asks about TT alone', async () => {
    const roster = await one({ E1: 'Tổ trưởng - BT, TT', E2: 'TT', E3: 'Thợ điện' });
    expect(found(roster, 'position.alias')).toMatchObject({
      cell: 'E2',
      params: { from: 'BT, TT', to: 'Bí thư chi bộ, Trưởng thôn' },
      proposed: 'Tổ trưởng - Bí thư chi bộ - Trưởng thôn',
    });
    expect(found(roster, 'position.ambiguous')).toMatchObject({ cell: 'E3', choices: ['Tổ trưởng', 'Trưởng thôn'] });
    expect(roster.teams[0]!.members[2]).toMatchObject({ role: 'member', position: 'Thợ điện', roleGiven: false });
  });

  it('21 reads a written count and compares it with the rows', async () => {
    expect(codes(await one({ C1: '03 người' }))).toEqual([]);
    expect(codes(await one({ C1: 'ba' }))).toEqual([]);
    expect(found(await one({ C1: '4 ng' }), 'count.differs')).toMatchObject({
      cell: 'C2',
      params: { declared: '4 ng', counted: 3 },
      proposed: '3',
    });
    expect(found(await one({ C1: 'đủ' }), 'count.unreadable')?.severity).toBe('info');
  });

  it('27 folds tone placement but never i and y', async () => {
    const roster = await parse([
      header,
      ...team({ B1: 'Thôn Hòa Bình', B2: 'Thôn Hoà Bình', B3: 'Thôn Lý' }),
      [2, 'Thôn Lí', 1, 'Bùi Thị Ổn', lead[0], '0512345611'],
    ]);
    expect(names(roster).map(([name]) => name)).toEqual(['Thôn Hòa Bình', 'Thôn Lý', 'Thôn Lí']);
  });
});

/** As a program of 2000 saved it: letters of the code page, tones as marks of their own. */
function windows1258(text: string): Buffer {
  const tone: Record<string, number> = {
    '\u0300': 0xcc,
    '\u0309': 0xd2,
    '\u0303': 0xde,
    '\u0301': 0xec,
    '\u0323': 0xf2,
  };
  const letter: Record<string, number> = { ă: 0xe3, Ă: 0xc3, đ: 0xf0, Đ: 0xd0, ơ: 0xf5, Ơ: 0xd5, ư: 0xfd, Ư: 0xdd };
  const bytes: number[] = [];
  for (const char of text.normalize('NFC')) {
    const parts = char
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
      .normalize('NFC');
    const mark = char.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0];
    bytes.push(letter[parts] ?? parts.charCodeAt(0));
    if (mark) bytes.push(tone[mark] ?? 0);
  }
  return Buffer.from(bytes);
}
