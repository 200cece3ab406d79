/**
 * What a file means, as one pure function: workbook and choices in, list and the storable workbook out. It runs in the
 * process that reads files, so that no file, however odd, holds up the server.
 */
import type { Workbook } from '#documents';
import type { Choices } from '../roster/findings.ts';
import { applyChoices } from '../roster/parse-roster.ts';
import type { Roster, RosterOptions } from '../roster/roster.types.ts';
import { plainText, storableWorkbook } from './storable-workbook.ts';

export interface RosterTask {
  options: RosterOptions;
  choices: Choices;
}

export interface InterpretedRoster {
  /** What may be stored. */
  workbook: Workbook;
  roster: Roster;
}

export function interpret(read: Workbook, { options, choices }: RosterTask): InterpretedRoster {
  const plain = plainText(read);
  const roster = applyChoices(plain, choices, options);
  return { roster, workbook: storableWorkbook(plain, roster) };
}
