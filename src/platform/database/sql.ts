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
  readonly of: Sql | string;
}

/** A text counts its values itself, and they come beside it: what is put together of numbered fragments. */
export type Statement = Sql | Prepared | string;

/**
 * A statement that runs thousands of times: PostgreSQL parses and plans it once per connection. The plan is kept until the
 * tables are analysed, so take it only where an index is right at any size. One name, one text: only its values differ.
 */
export function prepared(name: string, of: Sql | string): Prepared {
  return { name, of };
}

const isPrepared = (statement: Statement): statement is Prepared =>
  typeof statement === 'object' && !(statement instanceof Sql);
const textOf = (of: Sql | string): string => (typeof of === 'string' ? of : of.text);

/** Absent where they come beside the statement. */
export function valuesOf(statement: Statement): unknown[] | undefined {
  const of = isPrepared(statement) ? statement.of : statement;
  return typeof of === 'string' ? undefined : of.values;
}

/** TypeORM hands its first argument to pg as it is, and pg takes a named statement there. */
export function queryOf(statement: Statement): string {
  if (!isPrepared(statement)) return textOf(statement);
  return { name: statement.name, text: textOf(statement.of) } as unknown as string;
}
