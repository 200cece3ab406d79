/** The migrated database as its catalogue tells it, and what the entities say differently. */
import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { OwnedEntity } from './entities.ts';

/** Tables that a library makes and migrates for itself. */
const ofLibraries: Record<string, string> = {
  'public.migrations': 'TypeORM notes here which migrations have run.',
  'bullmq.*': 'BullMQ keeps its queues here and migrates them itself.',
};

export interface SchemaColumn {
  schema: string;
  table: string;
  name: string;
  /** `int4`, `text`; of an array that of its elements. */
  type: string;
  isArray: boolean;
  isNullable: boolean;
  isKey: boolean;
  length: number | null;
  precision: number | null;
  scale: number | null;
  /** As the catalogue writes it, without the cast. */
  default: string | null;
  isGenerated: boolean;
}

/** A table without a primary key has one row per day: the columns of its exclusion constraint are its key. */
const columnsSql = `
  select n.nspname as schema, c.relname as table, a.attname as name, a.attndims > 0 as "isArray", not a.attnotnull as "isNullable",
         coalesce(e.typname, t.typname) as type, a.attnum = any(k.conkey) is true as "isKey",
         case when t.typname in ('varchar', 'bpchar') and a.atttypmod > 4 then a.atttypmod - 4 end as length,
         case when t.typname = 'numeric' and a.atttypmod > 4 then (a.atttypmod - 4) >> 16 end as precision,
         case when t.typname = 'numeric' and a.atttypmod > 4 then (a.atttypmod - 4) & 65535 end as scale,
         regexp_replace(pg_get_expr(d.adbin, d.adrelid), '::[a-z ]+(\\[\\])?$', '') as default,
         a.attgenerated <> '' as "isGenerated"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem and a.attndims > 0
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    left join lateral (
      select conkey from pg_constraint where conrelid = c.oid and contype in ('p', 'x') order by contype limit 1) k on true
   where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
   order by n.nspname, c.relname, a.attnum`;

/** Columns of all tables that are the project's own. */
export async function schemaColumns(source: DataSource): Promise<SchemaColumn[]> {
  const rows = (await source.query(columnsSql)) as SchemaColumn[];
  return rows.filter(({ schema, table }) => !(`${schema}.${table}` in ofLibraries || `${schema}.*` in ofLibraries));
}

export interface ForeignKey {
  table: string;
  target: string;
  columns: string[];
  isUnique: boolean;
}

export async function foreignKeys(source: DataSource): Promise<ForeignKey[]> {
  return (await source.query(`
    select f.conrelid::regclass::text as table, f.confrelid::regclass::text as target,
           array(select a.attname::text from unnest(f.conkey) with ordinality as k(num, place)
                   join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num order by k.place) as columns,
           exists (select 1 from pg_constraint u where u.conrelid = f.conrelid and u.contype in ('p', 'u') and u.conkey <@ f.conkey) as "isUnique"
      from pg_constraint f where f.contype = 'f' and f.connamespace = 'public'::regnamespace
     order by 1, f.conkey`)) as ForeignKey[];
}

/** TypeORM's names of types as the catalogue tells them. */
const catalogueNames: Record<string, string> = {
  int: 'int4',
  smallint: 'int2',
  bigint: 'int8',
  boolean: 'bool',
  'double precision': 'float8',
};

/** What the driver gives where it is not text. */
const given: Record<string, string> = {
  int2: 'number',
  int4: 'number',
  float8: 'number',
  int8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  bytea: 'Buffer',
};
const plain = new Set(['string', 'number', 'boolean', 'Date', 'Buffer']);

export function typeOf(column: ColumnMetadata): string {
  const name = typeof column.type === 'function' ? column.type.name.toLowerCase() : String(column.type);
  return catalogueNames[name] ?? name;
}

/** One sentence per difference, each with what to write. */
export function entityFaults(
  columns: readonly SchemaColumn[],
  entities: readonly OwnedEntity[],
  metadatas: readonly EntityMetadata[],
): string[] {
  const tables = new Map<string, SchemaColumn[]>();
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  const known = entities.map(({ table }) => table);
  const faults = [...tables.keys()]
    .filter((table) => !known.includes(table))
    .map(
      (table) =>
        `Table ${table} has no entity: write one beside the use cases that write the table, and list it in <module>.entities.ts`,
    );
  for (const entity of entities) {
    const { table, file, target, about } = entity;
    const metadata = metadatas.find((one) => one.target === target);
    const own = tables.get(table);
    const others = entities.filter((one) => one.table === table && one !== entity).map((one) => one.file);
    if (others.length > 0)
      faults.push(`Table ${table} has a second entity in ${others.join(', ')}: keep one of them and ${file}`);
    if (about === '') faults.push(`${file}: say in a comment before ${target.name} what the table holds`);
    if (!own) faults.push(`${file}: no migration makes the table ${table} of ${target.name}`);
    else if (!metadata) faults.push(`${file}: ${target.name} is registered nowhere: list it in <module>.entities.ts`);
    else faults.push(...columnFaults(entity, own, metadata));
  }
  return faults;
}

function columnFaults(
  { file, types }: OwnedEntity,
  own: readonly SchemaColumn[],
  { name, columns }: EntityMetadata,
): string[] {
  const missing = own.filter((row) => !columns.some(({ databaseName }) => databaseName === row.name));
  const unknown = columns.filter(({ databaseName }) => !own.some((row) => row.name === databaseName));
  return [
    ...missing.map((row) => `${file}: ${name} lacks the column ${row.name}: add ${draftOf(row)}`),
    ...unknown.map(
      (column) => `${file}: no migration makes the column ${column.databaseName} of ${name}.${column.propertyName}`,
    ),
    ...own.flatMap((row) => {
      const column = columns.find(({ databaseName }) => databaseName === row.name);
      if (!column) return [];
      const written = types.get(column.propertyName) ?? '';
      return differences(row, column, written).map((text) => `${file}: ${name}.${column.propertyName} ${text}`);
    }),
  ];
}

function draftOf({ name, type, isArray, isNullable, isKey }: SchemaColumn): string {
  const orm = Object.entries(catalogueNames).find(([, catalogue]) => catalogue === type)?.[0] ?? type;
  const options = [...(isArray ? ['array: true'] : []), ...(isNullable ? ['nullable: true'] : [])].join(', ');
  const property = name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
  return `@${isKey ? 'PrimaryColumn' : 'Column'}('${orm}'${options && `, { ${options} }`}) ${property}!: ...`;
}

function differences(row: SchemaColumn, column: ColumnMetadata, written: string): string[] {
  const said = {
    type: typeOf(column),
    isArray: column.isArray,
    isNullable: column.isNullable,
    isKey: column.isPrimary,
    length: Number(column.length) || null,
    precision: column.precision ?? null,
    scale: column.scale ?? null,
    default: row.isGenerated || column.isGenerated ? row.default : defaultOf(column),
    isGenerated: column.generatedType === 'STORED',
  };
  const facts = Object.entries(said).flatMap(([fact, value]) => {
    const real = row[fact as keyof typeof said];
    return value === real ? [] : [`has ${fact} ${value}, the database ${real}`];
  });
  return [...facts, ...typeFaults(row, written)];
}

/** Words and jsonb may have a type of their own; everything else is what the driver gives. */
function typeFaults({ type, isArray, isNullable }: SchemaColumn, written: string): string[] {
  if (type === 'jsonb' && written === 'unknown') return [];
  const bare = written.replace(/ \| null$/, '');
  const expected = given[type] ?? 'string';
  const element = isArray ? bare.replace(/\[\]$/, '') : bare;
  const isOwn = type === 'jsonb' || !plain.has(element);
  return [
    ...((bare !== written) === isNullable ? [] : [`is written ${written}, it may ${isNullable ? '' : 'not '}be null`]),
    ...(type === 'jsonb' || (bare !== element) === isArray
      ? []
      : [`is written ${written}, it is ${isArray ? 'an' : 'no'} array`]),
    ...(isOwn || element === expected ? [] : [`is written ${written}, the driver gives ${expected}`]),
  ];
}

/** As the catalogue writes it. */
function defaultOf({ default: value, isArray }: ColumnMetadata): string | null {
  if (value === undefined || value === null) return null;
  if (isArray) return `'{${(value as unknown[]).join(',')}}'`;
  if (typeof value === 'object') return `'${JSON.stringify(value)}'`;
  return typeof value === 'string' ? `'${value}'` : String(value);
}
