/** A list from a file as it is checked: what each row needs, which rows are shown, where one goes next. Pure. */

export interface ListLine {
  /** As the file numbers it. */
  row: number;
  /** Which unit is meant, where the text does not say it. */
  unitId?: string | undefined;
}
export interface NamedUnit {
  id: string;
  fullName: string;
  code: string | null;
  former?: string | null;
}
export interface ListFinding {
  row: number;
  /** The column that it stands in. */
  field: string;
  code: string;
  /** Holds the row back, or the list. */
  open: boolean;
  /** Which units could be meant. */
  units: readonly NamedUnit[];
  choices?: readonly string[];
}

export const listFilters = ['all', 'fix', 'choose', 'note'] as const;
export type ListFilter = (typeof listFilters)[number];
export type Need = Exclude<ListFilter, 'all'>;

export interface ListColumn<L> {
  key: keyof L & string;
  head: string;
  num?: boolean;
  /** Shown while something is in doubt there. */
  doubted?: boolean;
  /** Instead of an empty cell. */
  blank?: string;
  /** How what stands in the cell is read. */
  shown?: (text: string) => string;
}

/** What a list is, said once. */
export interface ListShape<L extends ListLine, F extends ListFinding> {
  columns: readonly ListColumn<L>[];
  text: (finding: F) => string;
  /** Settled by a press, although no units and no choices are offered. */
  pressed?: readonly F['code'][];
  /** All of a row is mended at once: one goes from row to row. */
  byRow?: boolean;
}

/** Rows that follow each other in the file and need nothing. */
export interface Stretch {
  from: number;
  to: number;
}

/** So many clean rows in a row are shown as they are. */
const SHOWN_CLEAN = 3;

/** What has to be typed, what is chosen by a press, what is only said. */
export function needOf({ open, code, units, choices = [] }: ListFinding, pressed: readonly string[] = []): Need {
  if (!open) return 'note';
  return pressed.includes(code) || units.length + choices.length > 0 ? 'choose' : 'fix';
}

const orderOf: Record<Need, number> = { fix: 0, choose: 1, note: 2 };

/** In the order of the file; within a row what weighs most comes first. */
export function inFileOrder<F extends ListFinding>(findings: readonly F[], pressed?: readonly string[]): F[] {
  return [...findings].sort((a, b) => a.row - b.row || orderOf[needOf(a, pressed)] - orderOf[needOf(b, pressed)]);
}

/** Where one stops on the way through findings that are in the order of the file: at each, or at each row once. */
export const stopsOf = <F extends ListFinding>(findings: readonly F[], byRow = false): F[] =>
  findings.filter(({ row }, at) => !byRow || findings[at - 1]?.row !== row);

/** The lines of which the same is in doubt as a finding says. */
export function alikeOf<L extends ListLine>(
  lines: readonly L[],
  findings: readonly ListFinding[],
  { code }: ListFinding,
): L[] {
  const rows = new Set(findings.filter((one) => one.code === code).map(({ row }) => row));
  return lines.filter(({ row }) => rows.has(row));
}

export const isLine = <L extends ListLine>(one: L | Stretch): one is L => 'row' in one;

/** All lines, those that need nothing in one; or those of certain rows. */
export function gridOf<L extends ListLine>(
  lines: readonly L[],
  found: ReadonlySet<number>,
  only?: ReadonlySet<number>,
): (L | Stretch)[] {
  if (only) return lines.filter(({ row }) => only.has(row));
  const shown: (L | Stretch)[] = [];
  let clean: L[] = [];
  const close = () => {
    const [first, last] = [clean[0], clean.at(-1)];
    if (clean.length <= SHOWN_CLEAN || !first || !last) shown.push(...clean);
    else shown.push({ from: first.row, to: last.row });
    clean = [];
  };
  for (const line of lines) {
    if (!found.has(line.row)) clean.push(line);
    else {
      close();
      shown.push(line);
    }
  }
  close();
  return shown;
}

/** More rows than these are not drawn at once. */
export const DRAWN = 200;

/** The part of the rows around the one that is looked at. */
export function around<T>(rows: readonly T[], at: number): { rows: readonly T[]; before: boolean; after: boolean } {
  const from = Math.max(0, Math.min(at - DRAWN / 2, rows.length - DRAWN));
  return { rows: rows.slice(from, from + DRAWN), before: from > 0, after: from + DRAWN < rows.length };
}
