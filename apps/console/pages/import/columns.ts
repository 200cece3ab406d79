/** Pure rules of the columns step: what each column is taken for, as the officer changes it, and what is sent. */
import type { Schemas } from '../../api/client.ts';
import type { Roster } from './findings.ts';

export type Field = Schemas['RosterImport']['tables'][number]['columns'][number]['field'];
export type SentTable = Schemas['RosterColumns']['tables'][number];

export const fields = [
  'skip',
  'stt',
  'team',
  'count',
  'name',
  'given',
  'role',
  'position',
  'phone',
  'phone2',
  'gender',
  'note',
] as const satisfies readonly Field[];
/** What a list has once; of lists side by side each has its own, said by the first person of it. */
const ofList: readonly Field[] = ['stt', 'team', 'count'];
const ofNobody: readonly Field[] = ['gender', 'note', 'skip'];
export const isOfPerson = (field: Field): boolean => !ofNobody.includes(field);

export interface Choice {
  field: Field;
  person: number;
}
export interface Draft {
  sheet: string;
  headerRow: number;
  heads: readonly string[];
  samples: readonly (readonly string[])[];
  choices: readonly Choice[];
  source: 'words' | 'hand' | 'remembered';
}

export function draftsOf(roster: Roster): Draft[] {
  return roster.tables.map(({ sheet, headerRow, heads, samples, columns, source }) => {
    const width = Math.max(heads.length, ...columns.map(({ column }) => column + 1));
    const byColumn = new Map(columns.map((one) => [one.column, one]));
    return {
      sheet,
      headerRow,
      heads,
      samples,
      source,
      choices: Array.from({ length: width }, (_, column) => {
        const known = byColumn.get(column);
        return { field: known?.field ?? ('skip' as const), person: known?.person ?? 0 };
      }),
    };
  });
}

function rowsOf(roster: Roster, sheet: string): string[][] {
  const other = roster.otherSheets.find((one) => one.sheet === sheet);
  return other ? other.rows : roster.rows.filter((row) => row.sheet === sheet).map(({ cells }) => cells);
}

export const lastRowOf = (roster: Roster, sheet: string): number => rowsOf(roster, sheet).length;

/** A table whose heads stand in this row; what a column was taken for stays while it has one. */
export function withHeader(roster: Roster, sheet: string, headerRow: number, before?: Draft): Draft {
  const rows = rowsOf(roster, sheet);
  const heads = rows[headerRow - 1] ?? [];
  const below = rows.slice(headerRow, headerRow + 40);
  const width = Math.max(heads.length, ...below.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, column) => column);
  return {
    sheet,
    headerRow,
    heads: columns.map((column) => heads[column] ?? ''),
    samples: columns.map((column) => [...new Set(below.map((row) => row[column] ?? '').filter(Boolean))].slice(0, 3)),
    choices: columns.map((column) => before?.choices[column] ?? { field: 'skip', person: 0 }),
    source: 'hand',
  };
}

export const peopleIn = ({ choices }: Draft): number =>
  1 +
  Math.max(
    0,
    ...choices.filter(({ field }) => isOfPerson(field) && !ofList.includes(field)).map(({ person }) => person),
  );

/** Tables of which somebody said something, as the server takes them. */
export function sentOf(drafts: readonly Draft[]): SentTable[] {
  return drafts.flatMap(({ sheet, headerRow, choices }) => {
    const columns = choices.flatMap(({ field, person }, column) =>
      field === 'skip' ? [] : [{ column, field, person: isOfPerson(field) ? person : 0 }],
    );
    return columns.length > 0 ? [{ sheet, headerRow, columns }] : [];
  });
}

export const isChanged = (roster: Roster, drafts: readonly Draft[]): boolean =>
  JSON.stringify(sentOf(drafts)) !== JSON.stringify(sentOf(draftsOf(roster)));
