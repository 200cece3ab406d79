/** The lines of a list of offices as a grid: what of each cell needs a look, and clean stretches as one line. Pure. */
import type { Finding, Line } from './use-office-list.ts';

export const listFilters = ['all', 'fix', 'choose', 'note'] as const;
export type ListFilter = (typeof listFilters)[number];
export type Need = Exclude<ListFilter, 'all'>;
export const gridFields = ['office', 'phone', 'email', 'hours'] as const;
export type GridField = (typeof gridFields)[number];

export interface ListRow {
  line: Line;
  findings: Finding[];
}
/** Rows that follow each other in the file and need nothing. */
export interface Stretch {
  from: number;
  to: number;
}

/** So many clean rows in a row are shown as they are. */
const SHOWN_CLEAN = 3;

/** What has to be typed, what is chosen by a press, what is only said. */
export function needOf({ open, code, units }: Finding): Need {
  if (!open) return 'note';
  return code === 'phonePersonal' || code === 'officeTwice' || units.length > 0 ? 'choose' : 'fix';
}

const orderOf: Record<Need, number> = { fix: 0, choose: 1, note: 2 };

/** In the order of the file; within a row what weighs most comes first. */
export function inFileOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.row - b.row || orderOf[needOf(a)] - orderOf[needOf(b)]);
}

/** The lines of which the same is in doubt as a finding says. */
export function alikeOf(lines: readonly Line[], findings: readonly Finding[], { code }: Finding): Line[] {
  const rows = new Set(findings.filter((one) => one.code === code).map(({ row }) => row));
  return lines.filter(({ row }) => rows.has(row));
}

/** The finding of a cell that weighs most. */
export const ofCell = ({ findings }: ListRow, field: GridField): Finding | undefined =>
  inFileOrder(findings).find((finding) => finding.field === field);

export const isRow = (one: ListRow | Stretch): one is ListRow => 'line' in one;

export function gridOf(
  lines: readonly Line[],
  findings: readonly Finding[],
  filter: ListFilter,
): (ListRow | Stretch)[] {
  const byRow = new Map<number, Finding[]>();
  for (const finding of findings) byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
  const rows = lines.map((line): ListRow => ({ line, findings: byRow.get(line.row) ?? [] }));
  if (filter !== 'all') return rows.filter((row) => row.findings.some((one) => needOf(one) === filter));
  const shown: (ListRow | Stretch)[] = [];
  let clean: ListRow[] = [];
  const close = () => {
    const [first, last] = [clean[0], clean.at(-1)];
    if (clean.length <= SHOWN_CLEAN || !first || !last) shown.push(...clean);
    else shown.push({ from: first.line.row, to: last.line.row });
    clean = [];
  };
  for (const row of rows) {
    if (row.findings.length === 0) clean.push(row);
    else {
      close();
      shown.push(row);
    }
  }
  close();
  return shown;
}
