/** A list in a workbook: its columns by their headings, in any order, below whatever stands above. Pure. */
import type { Workbook } from '../workbook.ts';

export interface ListColumn {
  /** What its heading reads like when folded: one of these, the likeliest first, or by a pattern. */
  heads: readonly string[] | RegExp;
  /** What the contract takes of a cell; longer text is cut. */
  longest: number;
}

export interface ListShape<C extends string> {
  columns: Readonly<Record<C, ListColumn>>;
  /** Headings are compared without marks and case. */
  fold: (text: string) => string;
  /** Whether a row with these headings begins a list. */
  begins: (found: Readonly<Partial<Record<C, number>>>) => boolean;
  /** Whether a row says something, or is a form that was not filled in. */
  says: (line: Readonly<Record<C, string>>) => boolean;
}

/** `row` as the sheet numbers it. */
export type ListLine<C extends string> = Record<C, string> & { row: number };

/** A title and an explanation stand above the headings, no more. */
const HEAD_ROWS = 20;

export const cleanText = (text: string, longest: number): string =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, longest).trim();

/** Which of its columns a row of headings has, and where. */
export function columnsOf<C extends string>(row: readonly string[], shape: ListShape<C>): Partial<Record<C, number>> {
  const texts = row.map((cell) => shape.fold(cell.replaceAll('*', '')).trim());
  const columns = Object.entries(shape.columns) as [C, ListColumn][];
  // A heading that two patterns fit is the first one's.
  const byPattern = (text: string) => columns.find(([, { heads }]) => heads instanceof RegExp && heads.test(text))?.[0];
  const found: Partial<Record<C, number>> = {};
  for (const [column, { heads }] of columns) {
    const at =
      heads instanceof RegExp
        ? texts.findIndex((text) => byPattern(text) === column)
        : texts.indexOf(heads.find((one) => texts.includes(one)) ?? '\0');
    if (at >= 0) found[column] = at;
  }
  return found;
}

/** Undefined when no row has the headings that begin such a list. */
export function readListTable<C extends string>(
  texts: readonly (readonly string[])[],
  shape: ListShape<C>,
): ListLine<C>[] | undefined {
  const head = texts.slice(0, HEAD_ROWS).findIndex((row) => shape.begins(columnsOf(row, shape)));
  if (head < 0) return undefined;
  const at = columnsOf(texts[head] ?? [], shape);
  const columns = Object.entries(shape.columns) as [C, ListColumn][];
  return texts.slice(head + 1).flatMap((cells, index) => {
    const words = columns.map(([column, { longest }]) => [column, cleanText(cells[at[column] ?? -1] ?? '', longest)]);
    const line = Object.fromEntries(words) as Record<C, string>;
    return shape.says(line) ? [{ row: head + index + 2, ...line }] : [];
  });
}

export interface InterpretedList<T> {
  /** Null when no sheet has one. */
  table: T | null;
  /** Encodings that the file could be in, and how its names read then; empty when it is sure. */
  doubt: NonNullable<Workbook['encodingDoubt']>;
}

/** The list on the first sheet that has one. */
export function firstTable<T>(
  { sheets, encodingDoubt = [] }: Workbook,
  read: (texts: string[][]) => T | undefined,
): InterpretedList<T> {
  for (const { rows } of sheets) {
    const table = read(rows.map((row) => row.map((cell) => cell?.text ?? '')));
    if (table !== undefined) return { table, doubt: encodingDoubt };
  }
  return { table: null, doubt: encodingDoubt };
}
