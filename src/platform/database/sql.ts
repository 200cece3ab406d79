/**
 * Statements with their values where they are used: sql`select 1 from teams where id = ${id}`. What is itself an `Sql`
 * becomes part of the statement with its values, anything else a parameter; PostgreSQL infers its type from where it stands,
 * so a value that stands alone (`${at}::date is null`) names it. docs/decisions/0095 says why this tag.
 */
import sql, { empty, join, raw, Sql } from 'sql-template-tag';

export { empty, join, raw, Sql, sql };

/**
 * A short statement: asked outside a transaction it goes along with others that are asked at the same moment, over connections that
 * plan it once (`ShortPool`).
 */
export interface Short {
  readonly of: Sql;
}

/** One with the name under which a connection keeps its plan. */
export interface Prepared extends Short {
  readonly name: string;
}

export type Statement = Sql | Short | Prepared;

/**
 * A statement that finds a few rows by an index at any size of the tables, wherever it is asked. Those that go together wait for each
 * other: what gathers, sums or searches is none of them. Its plan is made once and knows no values.
 */
export function short(of: Sql): Short {
  return { of };
}

const FEW = 100;
/** Up to so many ids a list is planned by its length: most screens ask for the two or three units or people that they name. */
const LISTED = 4;

/**
 * Short where few are asked for: of a whole country it takes its time. PostgreSQL expects ten of a list that is one parameter and
 * does not know its length in a plan that it keeps; a list that is written out has its own plan by length.
 */
export const ofFew = (ids: readonly unknown[], of: Sql): Statement =>
  ids.length > FEW ? of : short(ids.length > 0 && ids.length <= LISTED ? writtenOut(ids, of) : of);

const writtenOut = (ids: readonly unknown[], { strings, values }: Sql): Sql =>
  new Sql(
    strings,
    values.map((value) => (value === ids ? sql`array[${join(ids)}]::uuid[]` : value)),
  );

/**
 * A statement that runs thousands of times: PostgreSQL parses and plans it once per connection. The plan is kept until the
 * tables are analysed, so take it only where an index is right at any size. One name, one text: only its values differ.
 */
export function prepared(name: string, of: Sql): Prepared {
  return { name, of };
}

/**
 * The only one that is asked for, or undefined. A plan for `= any(...)` is never kept for one: PostgreSQL expects ten of a
 * parameter, finds a plan for one cheaper, and plans anew each time. `= $1` is planned once.
 */
export function onlyOf(ids: readonly string[]): string | undefined {
  return ids.every((id) => id === ids[0]) ? ids[0] : undefined;
}

/** Texts of short statements, each with the name under which connections keep it. */
const names = new Map<string, string>();
/** Where a text is put together at run time, new ones could come for ever. */
const MOST_NAMES = 400;

function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (!name && names.size < MOST_NAMES) names.set(text, (name = `short-${names.size}`));
  return name;
}

/** What TypeORM's `query` takes. It hands its first argument to pg as it is, and pg takes a named statement there. */
export function queryOf(statement: Statement): [query: string, values: unknown[]] {
  if (statement instanceof Sql) return [statement.text, statement.values];
  const { text, values } = statement.of;
  const name = 'name' in statement ? statement.name : nameOf(text);
  return [(name ? { name, text } : text) as string, values];
}
