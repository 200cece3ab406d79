/** What a file with a resolution means; runs in the process that reads files. */
import type { Workbook } from '#documents';
import { firstTable } from '#documents/list-table';
import { type ReformColumns, readReformTable } from './reform-table.ts';

export const interpret = (workbook: Workbook, { columns }: { columns?: ReformColumns }) =>
  firstTable(workbook, (texts) => readReformTable(texts, columns));
