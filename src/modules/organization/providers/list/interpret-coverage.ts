/** What a file of places means; runs in the process that reads files. */
import type { Workbook } from '#documents';
import { firstTable } from '#documents/list-table';
import { readCoverageTable } from './coverage-table.ts';

export const interpret = (workbook: Workbook) => firstTable(workbook, readCoverageTable);
