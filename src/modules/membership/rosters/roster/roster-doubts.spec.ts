/** The reading doubts itself: what an honest list rarely has is a question before it can be confirmed. */
import { read, tidyTeam, type Row } from '../../../../../test/support/files/plain-sheets.ts';
import { codes, found, header } from '../../../../../test/support/files/rosters.ts';
import type { Choices } from './findings.ts';
import { canConfirm } from './parse-roster.ts';

const take = (key: string): Choices => ({ [`Sheet1!${key}`]: { act: 'take' } });
const many = (name: string, at: number, count: number, from = 0): Row[] =>
  Array.from({ length: count }, (_, i) => [
    i === 0 ? at : null,
    i === 0 ? name : null,
    null,
    `${['Lê', 'Bùi', 'Vi'][i % 3]!} Văn ${'ABCDEGHIKLMNOPQ'[i]!}`,
    ['Tổ trưởng', 'Tổ phó'][i] ?? 'Thành viên',
    `05123${String(10_000 + at * 100 + from + i)}`,
  ]);

describe('people against rows', () => {
  it('that hold a number, a role beside a name or a running number and became nobody', () => {
    const rows: Row[] = [
      header,
      ...tidyTeam,
      ['TM. UBND XÃ'],
      ['4', null, null, 'Đỗ Văn Út'],
      ['Người lập: Lê Thị Lập', null, null, null, null, '0512345699'],
    ];
    const roster = read(rows);
    expect(found(roster, 'rows.unread')).toMatchObject({
      severity: 'must_fix',
      cell: 'A6',
      params: { count: 2, rows: '6–7' },
    });
    expect(canConfirm(roster)).toBe(false);
    expect(canConfirm(read(rows, {}, {}, take('A6#rows.unread')))).toBe(true);
    const back = read(rows, {}, {}, { ...take('A6#cell.notImported'), ...take('A7#rows.unread') });
    expect(found(back, 'rows.unread')?.params).toMatchObject({ rows: '7' });
    expect(found(back, 'team.missing')?.params).toEqual({ name: 'Đỗ Văn Út' });
  });

  it('says nothing of letterheads, titles of signers and totals', () => {
    const roster = read([
      ['UBND XÃ MINH SƠN', null, null, 'Điện thoại: 0237 300 0000'],
      header,
      ...tidyTeam,
      [null, 'Tổng cộng', 3],
      [null, null, null, 'TỔ TRƯỞNG', null, 'CHỦ TỊCH'],
    ]);
    expect(codes(roster)).toEqual([]);
  });
});

describe('names', () => {
  it('of one word are asked about, each, and can be taken as they are', () => {
    const rows: Row[] = [header, [1, 'Thôn 1', 1, 'Thịnh', 'Tổ trưởng', '0512345601']];
    expect(found(read(rows), 'name.oneWord')).toMatchObject({ cell: 'D2', severity: 'must_fix', proposed: 'Thịnh' });
    expect(canConfirm(read(rows, {}, {}, take('D2#name.oneWord')))).toBe(true);
  });

  it('that are a role are asked about', () => {
    const rows: Row[] = [header, [1, 'Thôn 1', 1, 'Tổ phó', 'Tổ trưởng', '0512345601']];
    expect(found(read(rows), 'name.isPost')).toMatchObject({ cell: 'D2', severity: 'must_fix' });
    expect(canConfirm(read(rows))).toBe(false);
  });

  it('of one family in all rows of a list are asked about once', () => {
    const rows: Row[] = [
      header,
      ...many('Thôn 1', 1, 6).map((row) => row.map((cell, i) => (i === 3 ? String(cell).replace(/^\S+/, 'Lê') : cell))),
    ];
    expect(found(read(rows), 'names.oneSurname')).toMatchObject({ cell: 'D1', severity: 'must_fix' });
    expect(canConfirm(read(rows, {}, {}, take('D1#names.oneSurname')))).toBe(true);
    expect(codes(read([header, ...many('Thôn 1', 1, 6)]))).toEqual([]);
  });
});

it('a team three times as large as the others is asked about', () => {
  const rows: Row[] = [header, ...many('Thôn 1', 1, 4), ...many('Thôn 2', 2, 4), ...many('Thôn 3', 3, 12)];
  expect(found(read(rows), 'team.tooLarge')).toMatchObject({
    cell: 'B10',
    severity: 'must_fix',
    params: { team: 'Thôn 3', count: 12, usual: 4 },
  });
  expect(canConfirm(read(rows, {}, {}, take('B10#team.tooLarge')))).toBe(true);
  expect(codes(read(rows.slice(0, -4)))).toEqual([]);
});
