/**
 * What a file means, as one pure function: workbook and choices in, list and the storable workbook out. It runs in the
 * process that reads files, so that no file, however odd, holds up the server.
 */
import { FileError, type Sheet, type Workbook } from '#documents';
import type { Choices } from '../../roster/findings.ts';
import { applyChoices, parseRoster } from '../../roster/parse-roster.ts';
import type { DroppedColumn, Roster, RosterOptions, TableColumns } from '../../roster/roster.types.ts';
import { plainText, storableWorkbook } from './storable-workbook.ts';

export interface RosterTask {
  options: RosterOptions;
  choices: Choices;
}

export interface InterpretedRoster {
  /** What may be stored. */
  workbook: Workbook;
  roster: Roster;
  /** What the server itself has to know of it at once. */
  summary: RosterSummary;
}

export interface RosterSummary {
  tables: number;
  dropped: DroppedColumn[];
  /** Columns as an earlier file of the commune with the same heads was read. */
  columns: TableColumns[];
  /** Somebody may say by hand which column is which. */
  couldBeAList: boolean;
}

/** A screen shows them one by one; a list of five thousand people with three in each row is below it. */
const maxFindings = 30_000;

/** @throws FileError file.tooManyDoubts */
export function interpret(read: Workbook, { options, choices }: RosterTask): InterpretedRoster {
  const plain = plainText(read);
  const whole = parseRoster(plain, options);
  // The list is read from what may be stored, so that nothing else is left in samples, in findings or in what is not imported.
  const workbook = storableWorkbook(plain, whole);
  const isWhole =
    workbook.sheets.length === plain.sheets.length && workbook.sheets.every((sheet, i) => sheet === plain.sheets[i]);
  const roster = applyChoices(workbook, choices, options, isWhole ? whole : undefined);
  if (roster.findings.length > maxFindings) throw new FileError('file.tooManyDoubts', { max: maxFindings });
  const summary = {
    tables: roster.tables.length,
    dropped: whole.droppedColumns,
    columns: roster.tables
      .filter(({ source }) => source === 'remembered')
      .map(({ sheet, headerRow, mapped }) => ({ sheet, headerRow, columns: mapped, remembered: true })),
    couldBeAList: workbook.sheets.some(couldBeAList),
  };
  return { roster, workbook, summary };
}

/** Rows enough, and wide enough. */
function couldBeAList({ rows }: Sheet): boolean {
  return rows.filter((row) => row.filter((cell) => cell !== null && cell.text.trim() !== '').length >= 2).length >= 3;
}
