/** What a file with hamlets of divided units means; runs in the process that reads files. The first sheet with such a table. */
import type { Workbook } from '#documents';
import { type AllotmentTable, readAllotmentTable } from './allotment-table.ts';

export interface InterpretedAllotments {
  table: AllotmentTable | null;
  /** Encodings that the file could be in, and how its names read then; empty when it is sure. */
  doubt: NonNullable<Workbook['encodingDoubt']>;
}

export function interpret(workbook: Workbook): InterpretedAllotments {
  const tables = workbook.sheets.map((sheet) =>
    readAllotmentTable(sheet.rows.map((row) => row.map((cell) => cell?.text ?? ''))),
  );
  return { table: tables.find((table) => table !== undefined) ?? null, doubt: workbook.encodingDoubt ?? [] };
}
