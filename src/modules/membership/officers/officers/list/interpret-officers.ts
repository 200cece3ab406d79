/** What a file of officers means; runs in the process that reads files. */
import type { Workbook } from '#documents';
import { firstTable } from '#documents/list-table';
import { readOfficerTable } from './officer-table.ts';

export const interpret = (workbook: Workbook) => firstTable(workbook, readOfficerTable);
