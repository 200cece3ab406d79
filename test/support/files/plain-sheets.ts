/** Sheets as plain cells, for what a file in a test does not need to be written and read for. */
import type { Cell, Merge, Sheet, Workbook } from '#documents';
import type { Choices } from '../../../src/modules/membership/rosters/roster/findings.ts';
import { applyChoices } from '../../../src/modules/membership/rosters/roster/parse-roster.ts';
import type { Roster, RosterOptions } from '../../../src/modules/membership/rosters/roster/roster.types.ts';
import { lead, team } from './rosters.ts';

export type Row = (string | number | null | Partial<Cell>)[];

const cellOf = (value: Row[number]): Cell | null => {
  if (value === null || value === '') return null;
  if (typeof value === 'object') return { value: value.text ?? '', text: value.text ?? '', ...value } as Cell;
  return { value, text: String(value) };
};
export const sheet = (rows: Row[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Sheet1',
  hidden: false,
  rows: rows.map((row) => row.map(cellOf)),
  merges: [],
  hiddenRows: [],
  hiddenCols: [],
  ...more,
});
export const book = (...sheets: Sheet[]): Workbook => ({ format: 'xlsx', sheets });
export const read = (rows: Row[], more: Partial<Sheet> = {}, options: RosterOptions = {}, choices: Choices = {}) =>
  applyChoices(book(sheet(rows, more)), choices, options);
export const across = (row: number, left: number, right: number): Merge => ({ top: row, left, bottom: row, right });
export const tidyTeam = team() as Row[];
export const three = (name: string, at: number, people = ['Bùi Thị Ổn', 'Vi Thị Ấm', 'Hà Văn Sáu']): Row[] =>
  people.map((who, i) => [i === 0 ? at : null, i === 0 ? name : null, null, who, lead[i] ?? '', `05123457${at}${i}`]);
export const minhSon = { commune: { name: 'xã Minh Sơn' } };

/** Every cell with a text is a record, in a finding or in the list of what is not imported. */
export const balanced = ({ cells }: Roster) => cells.records + cells.findings + cells.notImported;
