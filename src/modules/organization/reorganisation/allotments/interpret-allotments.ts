/** What a file with hamlets of divided units means; runs in the process that reads files. */
import type { Workbook } from '#documents';
import { firstTable } from '#documents/list-table';
import { readAllotmentTable } from './allotment-table.ts';

export const interpret = (workbook: Workbook) => firstTable(workbook, readAllotmentTable);
