/** The two files of a list of officers: the empty form, and the rows that are left with a note at each. */
import { listedRoles } from '#contracts/access/office-roles';
import { writeLongWorkbook, writeWorkbook, type CellNote, type SheetToWrite } from '#documents';
import { officerFormVi } from '#i18n/server/sheets/officer-form.vi';
import { titleOf } from './office-names.ts';
import type { OfficerFinding, OfficerLine } from './officer-lines.ts';
import { officerColumns, type OfficerColumn } from './officer-table.ts';

const HEAD_ROW = 1;
const EMPTY_ROWS = 500;
const AMBER = 'FFEFD2';
const widths: Readonly<Record<OfficerColumn, number>> = {
  fullName: 28,
  phone: 18,
  email: 30,
  post: 26,
  unit: 34,
  standIn: 28,
};
const text = officerColumns.map((_, column) => column);
const at = (column: OfficerColumn): number => officerColumns.indexOf(column);

/** The explanation stands above the headings, so that no example could be imported for a person. */
function sheetOf(rows: readonly (readonly string[])[], more: Partial<SheetToWrite> = {}): SheetToWrite {
  const last = HEAD_ROW + Math.max(rows.length, EMPTY_ROWS);
  return {
    name: officerFormVi['sheet'],
    rows: [[officerFormVi['explanation']], officerColumns.map((column) => officerFormVi[`column.${column}`]), ...rows],
    merges: [{ top: 0, left: 0, bottom: 0, right: officerColumns.length - 1 }],
    boldRows: [HEAD_ROW],
    frozenRows: HEAD_ROW + 1,
    textColumns: text,
    widths: officerColumns.map((column) => widths[column]),
    offers: [{ column: at('post'), top: HEAD_ROW + 1, bottom: last, values: listedRoles.map(titleOf) }],
    ...more,
  };
}

export function officerForm(): Promise<Buffer> {
  return writeWorkbook([sheetOf([])]);
}

/** @param say words of a finding in the reader's language */
export function officersLeft(
  lines: readonly OfficerLine[],
  findings: readonly OfficerFinding[],
  { say, title }: { say: (finding: OfficerFinding) => string; title: string },
): Promise<Buffer> {
  const byRow = new Map<number, OfficerFinding[]>();
  for (const finding of findings) byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
  const left = lines.filter(({ row }) => byRow.has(row));
  const notes = left.map(({ row }) => (byRow.get(row) ?? []).map(say).join('\n'));
  const rows = left.map((line, i) => [...officerColumns.map((column) => line[column]), notes[i] ?? '']);
  const marks = left.flatMap(({ row }, i): CellNote[] =>
    (byRow.get(row) ?? []).map((finding) => ({
      row: HEAD_ROW + 1 + i,
      column: at(finding.field),
      text: say(finding),
      fill: AMBER,
    })),
  );
  const sheet = sheetOf(rows, { notes: marks });
  const [explanation = [], head = [], ...body] = sheet.rows;
  return writeLongWorkbook([
    { ...sheet, rows: [explanation, [...head, title], ...body], widths: [...(sheet.widths ?? []), 60] },
  ]);
}
