/**
 * Columns as wide as their words: no word of a head or a cell is broken over two lines as long as the table has the room.
 * Widths are those of Times New Roman and Tinos, a little rounded up; the same words give the same widths.
 */
import type { Table, TableCell } from './text-document.ts';

/** Of the size of the letters. */
const LETTERS: [RegExp, number][] = [
  [/[ijltI.,:;'|]/, 0.3],
  [/[frs()[\]-]/, 0.4],
  [/[aceghknopqbduvxyz0-9–*?]/, 0.51],
  [/[mwM%]/, 0.9],
  [/[A-ZĐ]/, 0.74],
];
const MILLIMETRES = 25.4 / 72;
const [BOLD, PADDING] = [1.07, 2.6];
/** A longer word (an address, a link) is broken rather than left to push the others aside. */
const LONGEST = 24;

function wordWidth(word: string, size: number, isBold: boolean): number {
  let width = 0;
  for (const letter of word.normalize('NFD').replace(/\p{M}/gu, ''))
    width += LETTERS.find(([kind]) => kind.test(letter))?.[1] ?? 0.55;
  return width * size * MILLIMETRES * (isBold ? BOLD : 1);
}

/** Room that a cell needs for its longest word. */
function needOf({ text, bold }: TableCell, size: number, isHead: boolean): number {
  const words = text.split(/[\s\u200b]+/).filter((word) => word.length <= LONGEST);
  return PADDING + Math.max(0, ...words.map((word) => wordWidth(word, size, bold ?? isHead)));
}

/** The table with columns that hold their words; its whole width stays. */
export function fitColumns(table: Table): Table {
  const needs = table.widths.map(() => 0);
  const look = (cell: TableCell | null, column: number, isHead: boolean) => {
    if (cell && (cell.across ?? 1) === 1)
      needs[column] = Math.max(needs[column] ?? 0, needOf(cell, table.size, isHead));
  };
  for (const row of table.header) row.forEach((cell, column) => look(cell, column, true));
  for (const row of table.groups.flat()) row.forEach((cell, column) => look(cell, column, false));
  const missing = table.widths.map((width, i) => Math.max(0, (needs[i] ?? 0) - width));
  const spare = table.widths.map((width, i) => Math.max(0, width - (needs[i] ?? 0)));
  const [wanted, free] = [sum(missing), sum(spare)];
  if (wanted === 0) return table;
  const share = Math.min(1, free / wanted);
  const widths = table.widths.map((width, i) => {
    const taken = free === 0 ? 0 : ((spare[i] ?? 0) * wanted * share) / free;
    return Math.round((width + (missing[i] ?? 0) * share - taken) * 100) / 100;
  });
  return { ...table, widths };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Places at which a long word may go on below, for setters that break words nowhere else. */
export function breakable(text: string): string {
  return text.replace(/\S{25,}/g, (word) => word.replace(/([/.@?&=_-]|[^/.@?&=_-]{4})(?=.)/gu, '$1\u200b'));
}
