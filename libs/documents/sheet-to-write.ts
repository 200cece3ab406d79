/** A sheet as plain data, before it is written. */
import type { FileMark } from './file-mark.ts';
import type { CellValue, Merge } from './workbook.ts';

export interface CellNote {
  row: number;
  column: number;
  text: string;
  /** RGB in hex without '#', for instance 'FDE2E1'. */
  fill?: string;
}

export interface SheetToWrite {
  name: string;
  rows: readonly (readonly CellValue[])[];
  merges?: readonly Merge[];
  /** In characters, by column. */
  widths?: readonly number[];
  /** Columns whose cells are formatted as text. */
  textColumns?: readonly number[];
  boldRows?: readonly number[];
  centredRows?: readonly number[];
  /** Rows from the first to the last that get borders (a table), zero-based and inclusive. */
  table?: { top: number; bottom: number; right: number };
  fonts?: readonly { row: number; column: number; name: string }[];
  notes?: readonly CellNote[];
  /** What a cell of these rows offers to choose from; other text is taken too. */
  offers?: readonly { column: number; top: number; bottom: number; values: readonly string[] }[];
  frozenRows?: number;
  /** The rows of the table's head, repeated on each page; zero-based and inclusive. */
  repeatedRows?: { top: number; bottom: number };
  /** By column, within the table. */
  aligns?: readonly ('left' | 'center' | 'right')[];
  landscape?: boolean;
  /** Of a list that is taken away: at the foot of each printed page and among the file's properties. */
  mark?: FileMark;
}
