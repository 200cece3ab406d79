/**
 * Statements with their values where they are used: sql`select 1 from teams where id = ${id}`. What is itself an `Sql`
 * becomes part of the statement with its values, anything else a parameter; PostgreSQL infers its type from where it stands,
 * so a value that stands alone (`${at}::date is null`) names it. docs/decisions/0095 says why this tag.
 */
import sql, { empty, join, raw, Sql } from 'sql-template-tag';

export { empty, join, raw, Sql, sql };

/** A statement with the name under which a connection keeps its plan. */
export interface Prepared {
  readonly name: string;
  readonly of: Sql;
}

export type Statement = Sql | Prepared;

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

/** What TypeORM's `query` takes. It hands its first argument to pg as it is, and pg takes a named statement there. */
export function queryOf(statement: Statement): [query: string, values: unknown[]] {
  if (statement instanceof Sql) return [statement.text, statement.values];
  const { name, of } = statement;
  return [{ name, text: of.text } as unknown as string, of.values];
}
