/**
 * The people of one row. Usually one; several when the table has a column for each ("Tổ trưởng, Tổ phó"), and when the
 * cells of a row have a line for each. Lines that do not match are a question, never a guess.
 */
import type { FoundTable } from './find-table.ts';
import { isPosition } from '../cells/positions.ts';
import { readPhones } from '../../../people/people/phones.ts';
import type { RosterContext } from '../roster-context.ts';
import type { ColumnMap, PersonColumns, Place } from '../roster.types.ts';

export interface Line {
  row: number;
  /** Which line of the cells, where they have several. */
  part?: number;
  /** The cells that have a line for each of the people. */
  split: ReadonlySet<number>;
  person: PersonColumns;
  /** The person's own columns, where the row names several. */
  own?: ReadonlySet<number>;
  /** Lines of these cells cannot be told apart: a finding stands there. */
  unsure: ReadonlySet<number>;
}

const noColumns: ReadonlySet<number> = new Set();
const sharedColumns = ['stt', 'team', 'count'] as const;

export function linesOfRow(context: RosterContext, row: number, table: FoundTable): Line[] {
  return table.people.flatMap((person, i) => {
    const own = table.isBeside || table.people.length > 1 ? ownColumns(person.columns) : undefined;
    if (i > 0 && own && [...own].every((column) => context.cell({ row, column }) === null)) return [];
    if (own && i === 0 && isElsewhere(context, row, table)) return [];
    return splitLines(context, row, person).map((line) => ({ ...line, ...(own && { own }) }));
  });
}

/** The first place of a wide row may be empty while another is not. */
function isElsewhere(context: RosterContext, row: number, { people }: FoundTable): boolean {
  const filled = people.map(({ columns }) => [...ownColumns(columns)].some((column) => context.cell({ row, column })));
  return !filled[0] && filled.some(Boolean);
}

export function ownColumns(columns: ColumnMap): Set<number> {
  const shared = new Set<number | undefined>(sharedColumns.map((field) => columns[field]));
  return new Set(Object.values(columns).filter((column) => !shared.has(column)));
}

function splitLines(context: RosterContext, row: number, person: PersonColumns): Line[] {
  const { columns } = person;
  const at: Place = { row, column: columns.name ?? 0 };
  const whole: Line = { row, split: noColumns, person, unsure: noColumns };
  const names = linesOf(context.cell(at)?.text ?? '').filter(Boolean);
  if (names.length < 2 || columns.given !== undefined) return [whole];
  const others = [columns.phone, columns.phone2, columns.position, columns.role]
    .filter((column) => column !== undefined)
    .map((column) => ({ column, lines: fitting(linesOf(context.cell({ row, column })?.text ?? ''), names.length) }));
  const isSeveral =
    names.every(isFullName) && (names.length > 2 || others.some(({ lines }) => lines.length === names.length));
  if (!isSeveral) return isWrapped(context, row, columns, names) ? [whole] : askLines(context, at, names, whole);
  return split(context, at, names, others, person);
}

/** "Lê Văn" and "Thịnh" on two lines of one cell are one person when there is one number. */
function isWrapped(context: RosterContext, row: number, columns: ColumnMap, names: readonly string[]): boolean {
  if (names.some(isFullName) && names.every((name) => name.includes(' '))) return false;
  return (
    names.length === 2 &&
    linesOf(context.cell({ row, column: columns.phone ?? 0 })?.text ?? '').filter(Boolean).length < 3
  );
}

function askLines(context: RosterContext, at: Place, names: readonly string[], whole: Line): Line[] {
  if (names.length === 2 && isPosition(names[1] ?? '')) return [whole];
  const proposed = names.join(' ');
  context.raise({ at, code: 'name.lines', params: { count: names.length, name: proposed }, proposed });
  return [whole];
}

function split(
  context: RosterContext,
  at: Place,
  names: readonly string[],
  others: readonly { column: number; lines: readonly string[] }[],
  person: PersonColumns,
): Line[] {
  const { row } = at;
  const columns = new Set([at.column]);
  const unsure = new Set<number>();
  context.split(at, names);
  for (const { column, lines } of others) {
    if (lines.length === names.length) {
      columns.add(column);
      context.split({ row, column }, lines);
    } else if (lines.some(Boolean)) {
      unsure.add(column);
      context.raise({
        at: { row, column },
        code: 'row.linesDiffer',
        params: { names: names.length, lines: lines.filter(Boolean).length },
      });
    } else columns.add(column);
  }
  context.raise({ at, code: 'row.severalPeople', params: { count: names.length, names: names.join(', ') } });
  return names.map((_, part) => ({ row, part, split: columns, person, unsure }));
}

/** Numbered and blank lines of a cell; what is retyped on one line may be parted by ';'. */
export function linesOf(text: string): string[] {
  const broken = /[\r\n]/.test(text) ? text.split(/\r\n|\r|\n/) : text.split(';');
  const lines = broken.map((line) =>
    line
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^(?:\d{1,2}[.)] |[-•*+] )\s*/, ''),
  );
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** With its blank lines when they make the lines fit the names, else without. */
function fitting(lines: string[], count: number): string[] {
  return lines.length === count ? lines : lines.filter(Boolean);
}

/** Two words or more, all of them letters, as people are called; no post and no number. */
export function isFullName(text: string): boolean {
  const bare = text.replace(/^(?:ông|bà|anh|chị|đ\/c)[ .:]+/iu, '');
  const words = bare.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 7 &&
    words.every((word) => /^\p{L}/u.test(word)) &&
    !isPosition(bare) &&
    readPhones(bare).phones.length === 0
  );
}
