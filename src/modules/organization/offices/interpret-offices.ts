/** What a file of offices means; runs in the process that reads files. The table is on the first sheet that has one. */
import type { Workbook } from '#documents';
import { type OfficeRow, readOfficeTable } from './office-table.ts';

export interface InterpretedOffices {
  lines: OfficeRow[] | null;
  /** Encodings that the file could be in, and how its names read then; empty when it is sure. */
  doubt: NonNullable<Workbook['encodingDoubt']>;
}

export function interpret(workbook: Workbook): InterpretedOffices {
  const tables = workbook.sheets.map((sheet) =>
    readOfficeTable(sheet.rows.map((row) => row.map((cell) => cell?.text ?? ''))),
  );
  return { lines: tables.find((table) => table !== undefined) ?? null, doubt: workbook.encodingDoubt ?? [] };
}
