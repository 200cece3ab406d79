/**
 * The two files that an import gives out: the empty form, word for word as Appendix 1 of the district's guidance has it,
 * and the officer's own file with a note at every doubt and a column that lists them, to be corrected in Excel.
 */
import {
  appendixHeader,
  appendixSheet,
  columnName,
  writeWorkbook,
  type CellNote,
  type CellValue,
  type FileMark,
  type Sheet,
  type Workbook,
} from '#documents';
import { printPosition } from './cells/positions.ts';
import { printPhone } from '../../people/people/phones.ts';
import type { Finding, FindingSeverity } from './findings.ts';
import type { Roster, RosterTeam } from './roster.types.ts';

export const formHeader = appendixHeader;

/** The empty form, ready to be filled in: phones are text, so that no 0 is lost. */
export async function blankForm(): Promise<Buffer> {
  return writeWorkbook([appendixSheet({ groups: [] })]);
}

/** Appendix 1 filled with these teams, leader first, deputies second; Stt, team and count merged over the team's rows. */
export async function filledForm(
  teams: readonly RosterTeam[],
  head: { unitName?: string; directive?: string },
): Promise<Buffer> {
  const order = { leader: 0, deputy: 1, member: 2 };
  const printed = teams.map(({ name, members }) => ({
    name,
    members: [...members]
      .sort((a, b) => order[a.role] - order[b.role])
      .map(({ fullName, role, position, phones }) => ({
        fullName,
        post: printPosition(role, position),
        phone: phones.map(({ e164 }) => printPhone(e164)).join(' / '),
      })),
  }));
  return writeWorkbook([appendixSheet({ ...head, groups: [{ name: null, teams: printed }] })]);
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
  { notes, mark }: { notes: string; mark?: FileMark },
): Promise<Buffer> {
  return writeWorkbook(
    workbook.sheets
      .filter((sheet) => sheet.rows.length > 0)
      .map((sheet) => ({
        ...annotatedSheet(sheet, roster, say, notes),
        ...(mark && { mark }),
      })),
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
