/** Rows of a list of officers as they are mended: what each needs, what is left of the list. */
import type { Schemas } from '../../../api/client.ts';

export type Line = Schemas['OfficerLine'];
export type Finding = Schemas['OfficerFinding'];
export type Report = Schemas['OfficerImportReport'];

export const rowFilters = ['all', 'fix', 'choose', 'note'] as const;
export type RowFilter = (typeof rowFilters)[number];
export type Need = Exclude<RowFilter, 'all'>;

export interface Row {
  line: Line;
  findings: Finding[];
  need: Need;
}

/** What has to be typed comes before what has to be chosen; of both a row needs the first. */
function needOf(findings: readonly Finding[]): Need {
  const open = findings.filter((finding) => finding.open);
  if (open.length === 0) return 'note';
  return open.every(({ choices, units }) => choices.length + units.length > 0) ? 'choose' : 'fix';
}

export function rowsOf(lines: readonly Line[], findings: readonly Finding[]): Row[] {
  const byRow = new Map<number, Finding[]>();
  for (const finding of findings) byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
  return lines.flatMap((line) => {
    const own = byRow.get(line.row);
    return own ? [{ line, findings: own, need: needOf(own) }] : [];
  });
}

export const shownOf = (rows: readonly Row[], filter: RowFilter): Row[] =>
  rows.filter(({ need }) => filter === 'all' || need === filter);

/** The lines that were not written. */
export function leftOf(lines: readonly Line[], findings: readonly Finding[]): Line[] {
  const open = new Set(findings.filter((finding) => finding.open).map(({ row }) => row));
  return lines.filter(({ row }) => open.has(row));
}

export const elsewhereOf = (findings: readonly Finding[]): Set<number> =>
  new Set(findings.filter(({ code, open }) => open && code === 'elsewhere').map(({ row }) => row));

/** Who holds a post elsewhere keeps both. */
export function bothKept(lines: readonly Line[], findings: readonly Finding[]): Line[] {
  const rows = elsewhereOf(findings);
  return lines.map((line) => (rows.has(line.row) ? { ...line, elsewhere: 'both' as const } : line));
}
