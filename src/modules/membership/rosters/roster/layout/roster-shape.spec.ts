/** One test for each kind of untidiness, on a file built for it. */
import { readWorkbook, writeWorkbook, type Merge } from '#documents';
import { rawXlsx, rowsXml } from '../../../../../../test/support/files/hostile-files.ts';
import {
  bookOf,
  codes,
  found,
  header,
  lead,
  names,
  notImported,
  one,
  parse,
  sheetOf,
  team,
  tidy,
  type Rows,
} from '../../../../../../test/support/files/rosters.ts';
import { applyChoices, canConfirm, parseRoster, withoutDroppedColumns } from '../parse-roster.ts';
import { hamletKey } from '../cells/unit-names.ts';

describe('a tidy list', () => {
  it('is read without a doubt', async () => {
    const roster = await one({});
    expect(names(roster)).toEqual(tidy);
    expect(codes(roster)).toEqual([]);
    expect(canConfirm(roster)).toBe(true);
    expect(roster.teams[0]!.members[0]).toMatchObject({
      role: 'leader',
      position: 'Trưởng thôn',
      affiliations: ['hamlet_head'],
      phones: [{ e164: '+84512345601' }],
      row: 2,
    });
  });

  it('says what it is a list of', async () => {
    const roster = await parse(
      [
        ['PHỤ LỤC 1'],
        ['Tên đơn vị: UBND xã Minh Sơn'],
        ['Thực hiện công văn số: 577/STTTT-CNTT ngày 28/3/2022'],
        ['Tổng số Tổ công nghệ số trên địa bàn:', 1],
        ['Tổng số thành viên các tổ: 3'],
        header,
        ...team(),
      ],
      {},
      { commune: { name: 'xã Minh Sơn' } },
    );
    expect(roster).toMatchObject({
      unitName: 'UBND xã Minh Sơn',
      directive: '577/STTTT-CNTT ngày 28/3/2022',
      declaredTeams: 1,
      declaredMembers: 3,
    });
    expect(codes(roster)).toEqual([]);
  });
});

describe('shape of the table', () => {
  it('1 finds the header below merged title rows', async () => {
    const roster = await parse(
      [['ỦY BAN NHÂN DÂN XÃ MINH SƠN'], ['Danh sách Tổ công nghệ số cộng đồng'], [], header, ...team()],
      { merges: [0, 1].map((top): Merge => ({ top, left: 0, bottom: top, right: 5 })) },
    );
    expect(names(roster)).toEqual(tidy);
    expect(found(roster, 'header.found')?.params).toMatchObject({ row: 4 });
  });

  it('1 says that a file without the table is the wrong file', async () => {
    const roster = await parse([
      ['Họ tên', 'Ngày sinh'],
      ['Lê Văn Thịnh', '1/1/1980'],
    ]);
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
    const roster = await parse([
      header,
      ...team(),
      [2, 'Thôn 2', 1, 'Bùi Thị Ổn', lead[0], '0512345611'],
      [3, null, 1, 'Vi Thị Ấm', lead[0], '0512345612'],
    ]);
    expect(names(roster)).toEqual([...tidy, ['Thôn 2', 'Bùi Thị Ổn']]);
    expect(found(roster, 'team.filledDown')?.cell).toBe('B3');
    expect(found(roster, 'team.missing')).toMatchObject({
      cell: 'B6',
      severity: 'must_fix',
      params: { name: 'Vi Thị Ấm' },
    });
  });

  it('4 takes a repeated team name for one team, however it is spelled', async () => {
    const roster = await one({ B2: 'Thôn 01', B3: 'thôn một' });
    expect(names(roster)).toEqual(tidy);
    expect(found(roster, 'team.repeated')?.cell).toBe('B3');
  });

  it('22 takes group rows for teams and numbers that restart for people', async () => {
    const roster = await parse([
      ['Stt', 'Họ và tên', 'Chức vụ', 'SĐT'],
      ['I', 'Thôn 1'],
      [1, 'Lê Văn Thịnh', 'Tổ trưởng', '0512345601'],
      [2, 'Nguyễn Thị Hương', 'Tổ phó', '0512345602'],
      ['II. Thôn Đồng Nẫn'],
      [1, 'Bùi Thị Ổn', 'Tổ trưởng', '0512345611'],
    ]);
    expect(names(roster)).toEqual([
      ['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương'],
      ['Thôn Đồng Nẫn', 'Bùi Thị Ổn'],
    ]);
    expect(
      roster.findings.filter((finding) => finding.code === 'row.groupHeading').map((finding) => finding.row),
    ).toEqual([2, 5]);
  });

  it('23 skips totals and everything from the signature on', async () => {
    const roster = await parse([
      header,
      ...team(),
      [null, 'Tổng cộng', 3],
      [null, null, null, null, 'TM. UBND XÃ'],
      [null, null, null, 'CHỦ TỊCH'],
      ['Nơi nhận: UBND huyện'],
    ]);
    expect(names(roster)).toEqual(tidy);
    expect(found(roster, 'rows.skipped')?.params).toEqual({ from: 5, to: 8, count: 4 });
  });

  it('23 skips a repeated header and the row of column numbers', async () => {
    const roster = await parse([
      header,
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ...team().slice(0, 2),
      header,
      ...team().slice(2),
    ]);
    expect(names(roster)).toEqual(tidy);
  });

  it('24 lists hidden rows until they are brought back, reads hidden columns, and says so', async () => {
    const file = rawXlsx(
      `<cols><col min="5" max="5" width="9" hidden="1"/></cols><sheetData>${rowsXml([header], 1)}${rowsXml(
        team().map((row) => row.map(String).map((text) => text.replace('null', ''))),
        2,
      ).replace('<row r="3">', '<row r="3" hidden="1">')}</sheetData>`,
    );
    const book = await readWorkbook(file);
    const roster = parseRoster(book);
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh', 'Trịnh Đình Cường']]);
    expect(notImported(roster, 'hidden')).toEqual([['D3', 'Nguyễn Thị Hương · Tổ phó · 0512345602']]);
    const again = parseRoster(book, {}, { 'Sheet1!D3#cell.notImported': { act: 'take' } });
    expect(names(again)).toEqual(tidy);
    expect(found(again, 'row.takenBack')?.cell).toBe('D3');
    expect(found(roster, 'column.hidden')?.params).toEqual({ column: 'E' });
  });

  it('24 asks about a hidden sheet', async () => {
    const book = await readWorkbook(
      await writeWorkbook([
        sheetOf([header, ...team()]),
        sheetOf([header, [1, 'Thôn 2', 1, 'Bùi Thị Ổn', lead[0], '0512345611']], { name: 'Cũ' }),
      ]),
    );
    book.sheets[1]!.hidden = true;
    const key = found(parseRoster(book), 'sheet.hidden')!.key;
    expect(names(parseRoster(book))).toHaveLength(2);
    expect(names(parseRoster(book, {}, { [key]: { act: 'keep' } }))).toEqual(tidy);
  });

  it('24 takes the sheet’s name for the team when there is one sheet per hamlet', async () => {
    const rows: Rows = [
      ['TT', 'Họ tên', 'Chức vụ', 'Điện thoại'],
      [1, 'Lê Văn Thịnh', 'Tổ trưởng', '0512345601'],
    ];
    const other: Rows = [
      ['TT', 'Họ tên', 'Chức vụ', 'Điện thoại'],
      [1, 'Bùi Thị Ổn', 'Tổ trưởng', '0512345602'],
    ];
    const roster = parseRoster(
      await readWorkbook(await writeWorkbook([sheetOf(rows, { name: 'Thôn 1' }), sheetOf(other, { name: 'T2' })])),
    );
    expect(names(roster)).toEqual([
      ['Thôn 1', 'Lê Văn Thịnh'],
      ['Thôn 2', 'Bùi Thị Ổn'],
    ]);
    expect(found(roster, 'sheet.asTeam')?.sheet).toBe('Thôn 1');
  });

  it('30 drops columns that the form does not have, so that they are never stored', async () => {
    const book = await bookOf([
      [...header, 'Số CCCD', 'Ngày sinh', 'Ghi chú'],
      ...team().map((row) => [...row, '038000000000', '1/1/1980', 'x']),
    ]);
    const roster = parseRoster(book);
    expect(roster.droppedColumns.map((column) => [column.header, column.sensitive])).toEqual([
      ['Số CCCD', true],
      ['Ngày sinh', true],
    ]);
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
    const roster = parseRoster(book, {
      tables: [
        {
          sheet: 'Sheet1',
          headerRow: 1,
          columns: (['stt', 'team', 'count', 'name', 'position', 'phone'] as const).map((field, column) => ({
            column,
            field,
            person: 0,
          })),
        },
      ],
    });
    expect(names(roster)).toEqual(tidy);
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
    const named = await parse(
      [
        ['UBND xã Triệu Sơn'],
        header,
        ...team({ B1: 'Thôn 1 (Minh Sơn)' }),
        [2, 'Thôn 1 (Dân Lực)', 1, 'Bùi Thị Ổn', lead[0], '0512345611'],
      ],
      {},
      { commune },
    );
    expect(named.teams.map((each) => each.hamletKey)).toEqual([
      hamletKey('Thôn 1 (Minh Sơn)'),
      hamletKey('Thôn 1 (Dân Lực)'),
    ]);
  });

  it('26 stops another commune’s list until the officer says that it is right', async () => {
    const rows: Rows = [['Tên đơn vị: UBND xã Dân Lực'], header, ...team()];
    const options = { commune: { name: 'xã Minh Sơn' } };
    const finding = found(await parse(rows, {}, options), 'unit.other')!;
    expect(finding).toMatchObject({
      severity: 'must_fix',
      params: { file: 'UBND xã Dân Lực', commune: 'xã Minh Sơn' },
    });
    expect(canConfirm(applyChoices(await bookOf(rows), { [finding.key]: { act: 'take' } }, options))).toBe(true);
  });
});
