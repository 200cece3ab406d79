/** What a file of places means; runs in the process that reads files. The table is on the first sheet that has one. */
import type { Workbook } from '#documents';
import { type CoverageRow, readCoverageTable } from './coverage-table.ts';

export interface InterpretedCoverage {
  lines: CoverageRow[] | null;
  /** Encodings that the file could be in, and how its names read then; empty when it is sure. */
  doubt: NonNullable<Workbook['encodingDoubt']>;
}

export function interpret(workbook: Workbook): InterpretedCoverage {
  const tables = workbook.sheets.map((sheet) =>
    readCoverageTable(sheet.rows.map((row) => row.map((cell) => cell?.text ?? ''))),
  );
  return { lines: tables.find((table) => table !== undefined) ?? null, doubt: workbook.encodingDoubt ?? [] };
}
