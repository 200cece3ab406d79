/** Small rosters for tests: a tidy team of three, changed where a test wants it untidy. */
import { readWorkbook, writeWorkbook, type CellValue, type SheetToWrite } from '#documents';
import type { NotImportedReason } from '../../../src/modules/membership/rosters/roster/roster.types.ts';
import type { FindingCode } from '../../../src/modules/membership/rosters/roster/findings.ts';
import { parseRoster } from '../../../src/modules/membership/rosters/roster/parse-roster.ts';
import type { Roster, RosterOptions } from '../../../src/modules/membership/rosters/roster/roster.types.ts';

export const header = [
  'Stt',
  'Tên Tổ công nghệ số cộng đồng',
  'Số lượng thành viên của tổ',
  'Họ tên',
  'Chức vụ',
  'Số điện thoại (Bắt buộc)',
];
export const lead = ['Tổ trưởng - Trưởng thôn', 'Tổ phó', 'Thành viên'];
export type Rows = (CellValue | undefined)[][];

/** A tidy team of three with some cells replaced: { D2: 'x' } puts x into the second column-D cell below the header. */
export function team(changes: Record<string, CellValue> = {}): Rows {
  const rows: Rows = [
    [1, 'Thôn 1', 3, 'Lê Văn Thịnh', lead[0], '0512345601'],
    [null, null, null, 'Nguyễn Thị Hương', lead[1], '0512345602'],
    [null, null, null, 'Trịnh Đình Cường', lead[2], '0512345603'],
  ];
  for (const [ref, value] of Object.entries(changes)) {
    rows[Number(ref.slice(1)) - 1]?.splice(ref.charCodeAt(0) - 65, 1, value);
  }
  return rows;
}

export const sheetOf = (rows: Rows, more: Partial<SheetToWrite> = {}): SheetToWrite => ({
  name: 'Sheet1',
  rows: rows.map((row) => row.map((cell) => cell ?? null)),
  ...more,
});
export const bookOf = async (rows: Rows, more: Partial<SheetToWrite> = {}) =>
  readWorkbook(await writeWorkbook([sheetOf(rows, more)]));
export const parse = async (rows: Rows, more: Partial<SheetToWrite> = {}, options: RosterOptions = {}) =>
  parseRoster(await bookOf(rows, more), options);
export const one = (changes: Record<string, CellValue>, more: Partial<SheetToWrite> = {}) =>
  parse([header, ...team(changes)], more);
export const found = (roster: Roster, code: FindingCode) => roster.findings.find((finding) => finding.code === code);
export const codes = (roster: Roster) =>
  roster.findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.code);
export const names = (roster: Roster) =>
  roster.teams.map((each) => [each.name, ...each.members.map((member) => member.fullName)]);
export const tidy = [['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương', 'Trịnh Đình Cường']];
/** What is listed for one reason: cell and text. */
export const notImported = (roster: Roster, why: NotImportedReason) =>
  roster.notImported.filter((each) => each.why === why && !each.taken).map((each) => [each.cell, each.text]);
