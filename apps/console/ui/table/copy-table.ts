import type { Column } from './table-column.ts';

/** Puts the visible columns of the rows on the clipboard as Excel takes them; above them what `note` says of them all. */
export async function copyTable<T>(columns: readonly Column<T>[], rows: readonly T[], note?: string): Promise<void> {
  const { toTsv } = await import('./copy-tsv.ts');
  const used = columns.filter((column) => column.copy !== false);
  await navigator.clipboard?.writeText(
    toTsv([
      ...(note ? [[note]] : []),
      used.map((column) => column.header),
      ...rows.map((row) => used.map((column) => column.value(row))),
    ]),
  );
}
