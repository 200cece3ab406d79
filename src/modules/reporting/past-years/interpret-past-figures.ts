/** What a file of past figures holds; runs in the process that reads files. */
import type { Workbook } from '#documents';
import { type PastTable, readPastTables } from './past-table.ts';

export interface InterpretedPast {
  /** Null when no sheet has one. */
  table: PastTable[] | null;
  doubt: NonNullable<Workbook['encodingDoubt']>;
}

export function interpret({ sheets, encodingDoubt = [] }: Workbook): InterpretedPast {
  // What people do not see comes last: it is named, and not taken by itself.
  const tables = readPastTables([...sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden)));
  return { table: tables.length === 0 ? null : tables, doubt: encodingDoubt };
}
