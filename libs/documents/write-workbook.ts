/**
 * Writes .xlsx from plain rows: merged cells, widths, text columns (a phone keeps its leading 0), bold rows,
 * coloured cells and cell notes. Strings are written as strings, so nothing in them can become a formula.
 */
import type { SheetToWrite } from './sheet-to-write.ts';
import { xlsxOf } from './xlsx-writer.ts';

export type { CellNote, SheetToWrite } from './sheet-to-write.ts';

/** @returns the .xlsx file; equal input gives equal cells */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const file = await xlsxOf(sheets);
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength);
}
