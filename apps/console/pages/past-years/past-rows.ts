/** A table of past figures as the screen has it: a row with its cells by their columns, and what was said of the columns. Pure. */
import type { Schemas } from '../../api/client.ts';
import type { ListFinding, ListLine } from '../../ui/lists/rows.ts';

export type PastFile = Schemas['PastFile'];
export type Column = Schemas['PastColumn'];
export type Report = Schemas['PastImportReport'];
export type Indicator = PastFile['indicators'][number];
export type Import = Schemas['PastImport'];
type Line = Schemas['PastLine'];

/** A cell of the column "C" is its `$C`. */
export interface Row extends ListLine {
  unit: string;
  code: string;
  period: string;
  apart?: boolean;
  [cell: `$${string}`]: string;
}
export type Finding = Omit<Report['findings'][number], 'field'> & ListFinding;

export const toRows = ({ lines, columns }: Pick<PastFile, 'lines' | 'columns'>): Row[] =>
  lines.map(({ row, unit, code, period, cells }) => ({
    row,
    unit,
    code,
    period,
    ...Object.fromEntries(columns.map(({ at }, column) => [`$${at}`, cells[column] ?? ''])),
  }));

export const toLines = (rows: readonly Row[], columns: readonly Column[]): Line[] =>
  rows.map((line) => ({
    row: line.row,
    unit: line.unit,
    code: line.code,
    period: line.period,
    cells: columns.map(({ at }) => line[`$${at}`] ?? ''),
    ...(line.unitId && { unitId: line.unitId }),
    ...(line.apart && { apart: true }),
  }));

/** A finding of a column stands in its cell. */
export const inCells = (findings: Report['findings']): Finding[] =>
  findings.map((one) => ({ ...one, field: /^[A-Z]+$/.test(one.field) ? `$${one.field}` : one.field }));

/** Without the signs that say what is no number. */
export const shownCell = (text: string): string => text.replace(/^&?'?/, '');

/** Which indicator a column was said to be; undefined while nobody has, "-" where it is not taken. */
export type Choices = Readonly<Record<string, string | undefined>>;
export const LEFT_OUT = '-';

const keyOf = ({ code, part }: Pick<Column, 'code' | 'part'>): string | undefined =>
  code === null ? undefined : part === 'whole' ? `${code}/` : code;

export const choicesOf = (columns: readonly Column[]): Choices =>
  Object.fromEntries(columns.map((column) => [column.at, keyOf(column)]));

export const chosenColumns = (columns: readonly Column[], choices: Choices): Column[] =>
  columns.map(({ at, head }) => {
    const chosen = choices[at] ?? LEFT_OUT;
    const code = chosen === LEFT_OUT ? null : chosen.replace('/', '');
    return { at, head, code, part: chosen.endsWith('/') ? 'whole' : 'count' };
  });

/** Columns of which nobody has said anything, or that are what another one is. */
export function unsettled(columns: readonly Column[], choices: Choices): Column[] {
  const taken = Object.values(choices);
  const isTwice = (chosen: string) => chosen !== LEFT_OUT && taken.filter((one) => one === chosen).length > 1;
  return columns.filter(({ at }) => {
    const chosen = choices[at];
    return chosen === undefined || isTwice(chosen);
  });
}

export interface When {
  year: string | null;
  /** "00" for the whole year. */
  month: string | null;
}
export const WHOLE_YEAR = '00';

/** "2025-11", "2025"; null while it is not said. */
export const periodOf = ({ year, month }: When): string | null =>
  year && month ? (month === WHOLE_YEAR ? year : `${year}-${month}`) : null;
