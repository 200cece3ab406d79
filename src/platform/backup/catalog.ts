/**
 * What PostgreSQL knows of the schema: tables with the columns that are written, sequences, and what slows loading down or asks
 * for an order. Names come from the catalogue and are quoted; a statement about a table cannot take its name as a value.
 */
import { type ClientBase, escapeIdentifier as quoted } from 'pg';

export interface Table {
  name: string;
  /** Without those that PostgreSQL computes. */
  columns: string[];
  /** Of the primary key; as text by bytes, so that two servers with other locales agree on it. */
  order: string[];
}

export interface Sequence {
  name: string;
  value: string;
  isCalled: boolean;
}

/** Of the schema in which the product's tables stand; what an extension brings is its own. */
const OURS = `c.relnamespace = current_schema()::regnamespace
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`;
/** It tells of itself in the manifest. */
const MIGRATIONS = 'migrations';

/** Written so everywhere, whatever the server's or the account's settings are. */
const SETTINGS = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
  set extra_float_digits = 1; set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`;

export async function settle(client: ClientBase): Promise<void> {
  await client.query(SETTINGS);
}

export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
        array(select a.attname::text from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
        array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
                from pg_index i cross join unnest(i.indkey) with ordinality as k(attnum, place)
                join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
               where i.indrelid = c.oid and i.indisprimary order by k.place) as "order"
       from pg_class c where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $1 and ${OURS} order by c.relname`,
    [MIGRATIONS],
  );
  return rows;
}

/** The rows in an order of their own: what is restored can be compared by one hash. */
export function copyOut({ name, columns, order }: Table): string {
  const sorting = order.length > 0 ? order.join(', ') : 't::text collate "C"';
  return `copy (select ${columns.map(quoted).join(', ')} from ${quoted(name)} t order by ${sorting}) to stdout`;
}

export const copyIn = ({ name, columns }: Pick<Table, 'name' | 'columns'>): string =>
  `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`;

/** As pg_dump does: nobody changes or empties a table under the reading, and nobody waits for it but who would. */
export async function holdTables(client: ClientBase, tables: readonly Table[]): Promise<void> {
  await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`);
}

export async function sequencesOf(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'S' and ${OURS} order by c.relname`,
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows.filter((one) => !one.name.startsWith(`${MIGRATIONS}_`))) {
    const found = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as value, is_called as "isCalled" from ${quoted(name)}`,
    );
    sequences.push({ name, ...(found.rows[0] as Omit<Sequence, 'name'>) });
  }
  return sequences;
}

export async function setSequence(client: ClientBase, { name, value, isCalled }: Sequence): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), value, isCalled]);
}

/** Names of the migrations in the order in which they ran; none: the database is not ours, or new. */
export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows: found } = await client.query(`select 1 where to_regclass($1) is not null`, [MIGRATIONS]);
  if (found.length === 0) return [];
  const { rows } = await client.query<{ name: string }>('select name from migrations order by id');
  return rows.map(({ name }) => name);
}

/** What stands in the schema, the largest first: 'units (12)', for who is told that it is not empty. */
export async function standsIn(client: ClientBase, atMost: number): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and ${OURS}
      order by c.relkind = 'r' desc, pg_relation_size(c.oid) desc, c.relname limit ${atMost}`,
  );
  const said: string[] = [];
  for (const { name } of rows) {
    const counted = await client.query<{ n: number }>(`select count(*)::int as n from ${quoted(name)}`);
    said.push(`${name} (${counted.rows[0]?.n ?? 0})`);
  }
  return said;
}

interface Later {
  drop: string;
  /** Made again with the name and the text that it had. */
  make: string;
}

/** References between tables: dropped while rows come, they ask for no order, and are checked when they are made again. */
export async function referencesOf(client: ClientBase): Promise<Later[]> {
  const { rows } = await client.query<{ table: string; name: string; text: string }>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as text
       from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and k.conparentid = 0 and ${OURS}
      order by c.relname, k.conname`,
  );
  return rows.map(({ table, name, text }) => ({
    drop: `alter table ${quoted(table)} drop constraint ${quoted(name)}`,
    make: `alter table ${quoted(table)} add constraint ${quoted(name)} ${text}`,
  }));
}

/** Indexes that hold no constraint: made at once over all rows they cost a part of what each row costs. */
export async function indexesOf(client: ClientBase): Promise<Later[]> {
  const { rows } = await client.query<{ name: string; text: string }>(
    `select c.relname as name, pg_get_indexdef(c.oid) as text
       from pg_index i join pg_class c on c.oid = i.indexrelid
      where ${OURS} and not exists (select 1 from pg_constraint k where k.conindid = c.oid and k.contype in ('p', 'u', 'x'))
      order by c.relname`,
  );
  return rows.map(({ name, text }) => ({ drop: `drop index ${quoted(name)}`, make: text }));
}

/** What the migrations wrote themselves: the backup brings these rows too, as they were. */
export async function emptyTables(client: ClientBase, tables: readonly Table[]): Promise<void> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query(`select 1 from ${quoted(name)} limit 1`);
    if (rows.length > 0) filled.push(quoted(name));
  }
  if (filled.length > 0) await client.query(`truncate ${filled.join(', ')}`);
}
