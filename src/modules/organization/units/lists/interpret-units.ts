/** What a file of units means; runs in the process that reads files. The table is on the first sheet whose heads explain it. */
import type { UnitKind } from '#contracts/enums';
import type { Workbook } from '#documents';
import { type ChosenUnits, readUnitTable, type UnitTable } from './unit-table.ts';

export interface InterpretedUnits {
  table: UnitTable | null;
  /** Encodings that the file could be in, and how its names read then; empty when it is sure. */
  doubt: NonNullable<Workbook['encodingDoubt']>;
}

export function interpret(
  workbook: Workbook,
  { kind, chosen }: { kind: UnitKind; chosen?: ChosenUnits },
): InterpretedUnits {
  const tables = workbook.sheets.map((sheet) =>
    readUnitTable(
      sheet.rows.map((row) => row.map((cell) => cell?.text ?? '')),
      kind,
      chosen,
    ),
  );
  const told = tables.find((table) => table?.columns.code != null);
  return { table: told ?? tables.find((table) => table !== undefined) ?? null, doubt: workbook.encodingDoubt ?? [] };
}
