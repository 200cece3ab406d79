/** What a file of officers means; runs in the process that reads files. The table is on the first sheet that has one. */
import type { Workbook } from '#documents';
import { type OfficerRow, readOfficerTable } from './officer-table.ts';

export interface InterpretedOfficers {
  lines: OfficerRow[] | null;
  /** Encodings that the file could be in, and how its names read then; empty when it is sure. */
  doubt: NonNullable<Workbook['encodingDoubt']>;
}

export function interpret(workbook: Workbook): InterpretedOfficers {
  const tables = workbook.sheets.map((sheet) =>
    readOfficerTable(sheet.rows.map((row) => row.map((cell) => cell?.text ?? ''))),
  );
  return { lines: tables.find((table) => table !== undefined) ?? null, doubt: workbook.encodingDoubt ?? [] };
}
