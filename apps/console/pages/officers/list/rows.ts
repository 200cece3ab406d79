/** Rows of a list of officers as they are mended: what is left of the list, who holds two posts. */
import type { Schemas } from '../../../api/client.ts';

export type Line = Schemas['OfficerLine'];
export type Finding = Schemas['OfficerFinding'];
export type Report = Schemas['OfficerImportReport'];

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
