/**
 * The two files that an import gives out: the empty form, word for word as Appendix 1 of the district's guidance has it,
 * and the officer's own file with a note at every doubt and a column that lists them, to be corrected in Excel.
 */
import { columnName, writeWorkbook, type CellNote, type CellValue, type Sheet, type Workbook } from '#documents';
import { printPosition } from './positions.ts';
import { printPhone } from './phones.ts';
import type { Finding, FindingSeverity } from './findings.ts';
import type { Roster, RosterTeam } from './roster.types.ts';

/** Columns of Appendix 1. */
export const formHeader = [
  'Stt',
  'Tên Tổ công nghệ số cộng đồng',
  'Số lượng thành viên của tổ',
  'Họ tên',
  'Chức vụ',
  'Số điện thoại (Bắt buộc)',
];
const formWidths = [6, 24, 14, 26, 30, 20];

export interface FormHead {
  /** 'UBND xã Minh Sơn' */
  unitName?: string;
  directive?: string;
  teams?: number;
  members?: number;
}

function formTop(head: FormHead): CellValue[][] {
  const value = (text: string | number | undefined) => (text === undefined ? '' : ` ${text}`);
  return [
    ['PHỤ LỤC 1'],
    [`Tên đơn vị: ${head.unitName ?? 'UBND xã.....'}`],
    ['BÁO CÁO'],
    ['Danh sách Tổ công nghệ số cộng đồng'],
    [`Thực hiện công văn số:${value(head.directive)}`],
    [`Tổng số Tổ công nghệ số trên địa bàn:${value(head.teams)}`],
    [`Tổng số thành viên các tổ:${value(head.members)}`],
    ['Danh sách các tổ kèm theo:'],
    formHeader,
  ];
}

/** The empty form, ready to be filled in: phones are text, so that no 0 is lost. */
export async function blankForm(head: FormHead = {}): Promise<Buffer> {
  const top = formTop(head);
  const rows = [
    ...top,
    [null, 'Thôn....', null, null, null, null],
    ...Array.from({ length: 30 }, () => formHeader.map(() => null)),
  ];
  return writeWorkbook([formSheet(rows, top.length, [])]);
}

/** Appendix 1 filled with these teams, leader first, deputies second; Stt, team and count merged over the team's rows. */
export async function filledForm(teams: readonly RosterTeam[], head: FormHead): Promise<Buffer> {
  const top = formTop({
    teams: teams.length,
    members: teams.reduce((sum, team) => sum + team.members.length, 0),
    ...head,
  });
  const rows = [...top];
  const spans: [first: number, last: number][] = [];
  const order = { leader: 0, deputy: 1, member: 2 };
  teams.forEach((team, index) => {
    const members = [...team.members].sort((a, b) => order[a.role] - order[b.role]);
    spans.push([rows.length, rows.length + Math.max(1, members.length) - 1]);
    if (members.length === 0) rows.push([index + 1, team.name, 0, null, null, null]);
    members.forEach((member, i) => {
      const phones = member.phones.map((phone) => printPhone(phone.e164)).join(' / ');
      rows.push([
        ...(i === 0 ? [index + 1, team.name, members.length] : [null, null, null]),
        member.fullName,
        printPosition(member.role, member.position),
        phones,
      ]);
    });
  });
  return writeWorkbook([formSheet(rows, top.length, spans)]);
}

function formSheet(rows: CellValue[][], headRows: number, spans: readonly [first: number, last: number][]) {
  const across = [0, 2, 3].map((row) => ({ top: row, left: 0, bottom: row, right: formHeader.length - 1 }));
  const down = spans
    .filter(([first, last]) => last > first)
    .flatMap(([first, last]) => [0, 1, 2].map((column) => ({ top: first, left: column, bottom: last, right: column })));
  return {
    name: 'Phụ lục 1',
    rows,
    merges: [...across, ...down],
    widths: formWidths,
    textColumns: [5],
    boldRows: [0, 2, 3, headRows - 1],
    centredRows: [0, 2, 3, headRows - 1],
    table: { top: headRows - 1, bottom: rows.length - 1, right: formHeader.length - 1 },
  };
}

const fills: Record<FindingSeverity, string> = {
  must_fix: 'FDE2E1',
  choose: 'FFEFD2',
  auto_fixed: 'E6E3FA',
  info: 'E1F0FF',
};

/**
 * The file as it was read, with a note at each finding's cell and, after the last column, one column of all notes of a row.
 * Columns that were dropped are not in it.
 * @param say words of a finding in the officer's language
 * @param title head of the notes' column, for instance 'Ghi chú lỗi'
 */
export async function annotatedFile(
  workbook: Workbook,
  roster: Roster,
  say: (finding: Finding) => string,
  title: string,
): Promise<Buffer> {
  return writeWorkbook(
    workbook.sheets.filter((sheet) => sheet.rows.length > 0).map((sheet) => annotatedSheet(sheet, roster, say, title)),
  );
}

function annotatedSheet(sheet: Sheet, roster: Roster, say: (finding: Finding) => string, title: string) {
  const gone = new Set(roster.droppedColumns.filter((one) => one.sheet === sheet.name).map((one) => one.index));
  const findings = roster.findings.filter((one) => one.sheet === sheet.name && one.severity !== 'info');
  const width = Math.max(...sheet.rows.map((row) => row.length));
  const header = roster.tables.find((one) => one.sheet === sheet.name)?.headerRow ?? 1;
  const rows = sheet.rows.map((row, r) => {
    const values: CellValue[] = Array.from({ length: width }, (_, c) => (gone.has(c) ? null : (row[c]?.text ?? null)));
    const notes = findings.filter((one) => one.row === r + 1).map((one) => `${one.cell}: ${say(one)}`);
    return [...values, r === header - 1 ? title : notes.length > 0 ? notes.join('\n') : null];
  });
  const kept = sheet.merges.filter(
    (merge) => ![...gone].some((column) => column >= merge.left && column <= merge.right),
  );
  return {
    name: sheet.name.slice(0, 31) || 'Sheet1',
    rows,
    merges: kept,
    textColumns: Array.from({ length: width }, (_, c) => c),
    boldRows: [header - 1],
    notes: notesOf(findings, say),
    widths: [
      ...Array.from({ length: width }, (_, c) =>
        Math.min(40, Math.max(8, ...sheet.rows.slice(header - 1).map((row) => (row[c]?.text ?? '').length + 2))),
      ),
      60,
    ],
  };
}

function notesOf(findings: readonly Finding[], say: (finding: Finding) => string): CellNote[] {
  const notes = new Map<string, CellNote & { rank: number }>();
  const ranks: FindingSeverity[] = ['must_fix', 'choose', 'auto_fixed', 'info'];
  for (const finding of findings) {
    const place = placeOf(finding);
    const known = notes.get(finding.cell);
    const rank = ranks.indexOf(finding.severity);
    const text = [known?.text, say(finding)].filter(Boolean).join('\n');
    const best = Math.min(rank, known?.rank ?? rank);
    notes.set(finding.cell, { ...place, text, rank: best, fill: fills[ranks[best] ?? 'info'] });
  }
  return [...notes.values()].map(({ rank: _rank, ...note }) => note);
}

function placeOf(finding: Finding): { row: number; column: number } {
  let column = 0;
  while (columnName(column) !== finding.column) column++;
  return { row: finding.row - 1, column };
}
