/** Looks for values in every text, document and bytes of every table, as they stand in the database today. */
import { raw, sql } from '#platform/database';
import type { TestApp } from './app.ts';

interface ColumnRow {
  schema: string;
  table: string;
  column: string;
  bytes: boolean;
}

/** "people.full_name": where any of the values stands, in whatever case. */
export async function whereIs(app: TestApp, values: readonly string[]): Promise<string[]> {
  const columns = await app.database.rows<ColumnRow>(
    sql`select c.table_schema as schema, c.table_name as "table", c.column_name as "column", c.data_type = 'bytea' as bytes
          from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
         where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
           and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'inet', 'xml', 'name')
             or c.data_type = 'ARRAY' or c.data_type = 'USER-DEFINED')
         order by 1, 2, 3`,
  );
  if (columns.length < 300) throw new Error(`Only ${columns.length} columns would be searched.`);
  const found: string[] = [];
  for (const { schema, table, column, bytes } of columns) {
    const name = raw(`"${schema}"."${table}"`);
    const stands = bytes
      ? sql`position(convert_to(v, 'UTF8') in ${raw(`"${column}"`)}) > 0`
      : sql`position(lower(v) in lower(${raw(`"${column}"`)}::text)) > 0`;
    const [hit] = await app.database.rows(
      sql`select 1 from ${name} where exists (select 1 from unnest(${[...values]}::text[]) v where ${stands}) limit 1`,
    );
    if (hit) found.push(`${table}.${column}`);
  }
  return found;
}
