import type { Column } from './table-column.ts';

/** Puts the visible columns of the rows on the clipboard as Excel takes them. */
export async function copyTable<T>(columns: readonly Column<T>[], rows: readonly T[]): Promise<void> {
  const { toTsv } = await import('./copy-tsv.ts');
  const used = columns.filter((column) => column.copy !== false);
  await navigator.clipboard?.writeText(
    toTsv([used.map((column) => column.header), ...rows.map((row) => used.map((column) => column.value(row)))]),
  );
}
