/**
 * Writes .xlsx from plain rows: merged cells, widths, text columns (a phone keeps its leading 0), bold rows,
 * coloured cells and cell notes. Strings are written as strings, so nothing in them can become a formula.
 */
import type { CellValue, Merge } from './workbook.ts';
import { xlsxOf } from './xlsx-writer.mjs';

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
  frozenRows?: number;
  /** The rows of the table's head, repeated on each page; zero-based and inclusive. */
  repeatedRows?: { top: number; bottom: number };
  /** By column, within the table. */
  aligns?: readonly ('left' | 'center' | 'right')[];
  landscape?: boolean;
}

/** @returns the .xlsx file; equal input gives equal cells */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const file = await xlsxOf(sheets);
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength);
}
