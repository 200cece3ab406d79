/**
 * Tables whose columns are not known before: those of a list (`list-table.ts`) and beside them whatever headings stand there.
 * A head may have several rows with merged cells, and a sheet several tables below each other. Pure.
 */
import { cellName, columnName, type Merge } from '../workbook.ts';
import { cleanText, columnsOf, type ListLine, type ListShape } from './list-table.ts';

export interface OpenSheet {
  texts: readonly (readonly string[])[];
  merges: readonly Merge[];
}

export interface OpenColumn {
  /** Its letters, as the sheet shows them. */
  at: string;
  /** All words above it, of a head of several rows. */
  head: string;
}

export interface OpenTable<C extends string> {
  /** As the sheet numbers it. */
  headRow: number;
  columns: OpenColumn[];
  /** `cells` by the letters of the columns; empty ones are left out. */
  lines: (ListLine<C> & { cells: Record<string, string> })[];
  /** Cells of values that are merged with others: whose value it is, nobody can say. */
  merged: string[];
}

const LONGEST_HEAD = 300;
const LONGEST_CELL = 100;

export function readOpenTables<C extends string>(sheet: OpenSheet, shape: ListShape<C>): OpenTable<C>[] {
  const spread = spreadOf(sheet);
  const begins = spread.map((row) => shape.begins(columnsOf(row, shape)));
  const heads = begins.flatMap((is, row) => (is && !begins[row - 1] ? [row] : []));
  return heads.map((head, index) => tableAt(sheet, spread, shape, head, heads[index + 1] ?? spread.length));
}

/** What stands in a merged cell stands in all of it. */
function spreadOf({ texts, merges }: OpenSheet): string[][] {
  const spread = texts.map((row) => [...row]);
  for (const { top, left, bottom, right } of merges) {
    const text = texts[top]?.[left] ?? '';
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const cells = spread[row];
        if (!cells) continue;
        while (cells.length <= column) cells.push('');
        cells[column] = text;
      }
  }
  return spread;
}

function tableAt<C extends string>(
  sheet: OpenSheet,
  spread: readonly (readonly string[])[],
  shape: ListShape<C>,
  head: number,
  end: number,
): OpenTable<C> {
  const at = columnsOf(spread[head] ?? [], shape);
  const known = new Set(Object.values(at) as number[]);
  const first = endOfHead(spread, known, head, end, (row) => shape.begins(columnsOf(row, shape)));
  const width = spread.slice(head, end).reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) => column)
    .filter((column) => !known.has(column))
    .map((column) => ({ column, at: columnName(column), head: headOf(sheet, spread, head, first, column, known) }));
  const rows = sheet.texts.slice(first, end);
  const used = columns.filter(
    ({ column, head: words }) => words !== '' || rows.some((row) => (row[column] ?? '') !== ''),
  );
  const lines = rows.flatMap((row, index) => {
    const words = (Object.entries(shape.columns) as [C, { longest: number }][]).map(([column, { longest }]) => [
      column,
      cleanText(spread[first + index]?.[at[column] ?? -1] ?? '', longest),
    ]);
    const line = Object.fromEntries(words) as Record<C, string>;
    const filled = used.flatMap(({ column, at: letters }): [string, string][] => {
      const text = cleanText(row[column] ?? '', LONGEST_CELL);
      return text === '' ? [] : [[letters, text]];
    });
    if (filled.length === 0 && !shape.says(line)) return [];
    return [{ row: first + index + 1, ...line, cells: Object.fromEntries(filled) }];
  });
  const columnsUsed = used.map(({ at: letters, head: words }) => ({ at: letters, head: words }));
  return { headRow: head + 1, columns: columnsUsed, lines, merged: mergedOf(sheet, known, first, end) };
}

/** The first row below a head, whose other rows say nothing of whom the row is and hold no figure. */
function endOfHead(
  spread: readonly (readonly string[])[],
  known: ReadonlySet<number>,
  head: number,
  end: number,
  begins: (row: readonly string[]) => boolean,
): number {
  let row = head + 1;
  const isHead = (cells: readonly string[]) =>
    begins(cells) ||
    ([...known].every((column) => (cells[column] ?? '').trim() === '') &&
      cells.some((cell) => cell.trim() !== '') &&
      !cells.some((cell) => /\d/.test(cell)));
  while (row < end && isHead(spread[row] ?? [])) row++;
  return row;
}

/** Its words from above to below, each once; a heading over several columns stands above them. */
function headOf(
  { merges }: OpenSheet,
  spread: readonly (readonly string[])[],
  head: number,
  first: number,
  column: number,
  known: ReadonlySet<number>,
): string {
  const over = merges.some(
    ({ top, bottom, left, right }) =>
      bottom === head - 1 && top === head - 1 && left <= column && column <= right && left > Math.min(...known),
  );
  const words = spread.slice(over ? head - 1 : head, first).map((row) => cleanText(row[column] ?? '', LONGEST_HEAD));
  return cleanText([...new Set(words.filter(Boolean))].join(' '), LONGEST_HEAD);
}

function mergedOf({ merges, texts }: OpenSheet, known: ReadonlySet<number>, first: number, end: number): string[] {
  return merges
    .filter(
      ({ top, left, bottom, right }) =>
        top >= first &&
        top < end &&
        !known.has(left) &&
        (bottom > top || right > left) &&
        (texts[top]?.[left] ?? '') !== '',
    )
    .map(({ top, left }) => cellName(top, left));
}
