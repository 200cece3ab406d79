/** What a file with a resolution means; runs in the process that reads files. The table is on the first sheet that has one. */
import type { Workbook } from '#documents';
import { type ReformColumns, type ReformTable, readReformTable } from './reform-table.ts';

export interface InterpretedReform {
  table: ReformTable | null;
  /** Encodings that the file could be in, and how its names read then; empty when it is sure. */
  doubt: NonNullable<Workbook['encodingDoubt']>;
}

export function interpret(workbook: Workbook, { columns }: { columns?: ReformColumns }): InterpretedReform {
  const tables = workbook.sheets.map((sheet) =>
    readReformTable(
      sheet.rows.map((row) => row.map((cell) => cell?.text ?? '')),
      columns,
    ),
  );
  return { table: tables.find((table) => table !== undefined) ?? null, doubt: workbook.encodingDoubt ?? [] };
}
