/**
 * Writes .xlsx from plain rows: merged cells, widths, text columns (a phone keeps its leading 0), bold rows,
 * coloured cells and cell notes. Strings are written as strings, so nothing in them can become a formula.
 */
import type { SheetToWrite } from './sheet-to-write.ts';
export type { CellNote, SheetToWrite } from './sheet-to-write.ts';

/** The writer's library is loaded with the first sheet. @returns the .xlsx file; equal input gives equal cells */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const { xlsxOf } = await import('./xlsx-writer.ts');
  const file = await xlsxOf(sheets);
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength);
}
