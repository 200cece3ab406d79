/** What a file of offices means; runs in the process that reads files. */
import type { Workbook } from '#documents';
import { firstTable } from '#documents/list-table';
import { readOfficeTable } from './office-table.ts';

export const interpret = (workbook: Workbook) => firstTable(workbook, readOfficeTable);
