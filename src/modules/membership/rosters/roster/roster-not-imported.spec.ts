/** What becomes no part of the register is listed with the reason and comes back when the officer says so. */
import type { Cell } from '#documents';
import { balanced, book, read, sheet, tidyTeam, type Row } from '../../../../../test/support/files/plain-sheets.ts';
import { found, header, lead, names, notImported } from '../../../../../test/support/files/rosters.ts';
import { applyChoices, canConfirm } from './parse-roster.ts';

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
