/** What is written twice says the same twice: entities and the migrated schema, events and subscribers. */
import { DataSource } from 'typeorm';
import { definedEvents, EventRegistry } from '#platform/outbox';
import { startApp, stopApps, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(stopApps);

interface Column {
  table_name: string;
  column_name: string;
  is_nullable: 'YES' | 'NO';
  data_type: string;
  has_default: boolean;
}

/** TypeORM's names of types as PostgreSQL's catalogue tells them. */
const catalogueNames: Record<string, string[]> = {
  varchar: ['text', 'character varying'],
  text: ['text'],
  string: ['text', 'character varying'],
  uuid: ['uuid'],
  boolean: ['boolean'],
  int: ['integer'],
  integer: ['integer'],
  number: ['integer'],
  bigint: ['bigint'],
  date: ['date'],
  timestamptz: ['timestamp with time zone'],
  'timestamp with time zone': ['timestamp with time zone'],
  jsonb: ['jsonb'],
  bytea: ['bytea'],
  daterange: ['daterange'],
  smallint: ['smallint'],
};

function typeOf(type: unknown): string {
  return typeof type === 'function' ? type.name.toLowerCase() : String(type);
}

describe('the entities', () => {
  it('describe the migrated tables: names, types, what may be null, keys', async () => {
    const rows = await app.database.rows<Column>(
      `select table_name, column_name, is_nullable, data_type, column_default is not null or is_generated = 'ALWAYS' as has_default from information_schema.columns where table_schema = 'public'`,
    );
    const known = new Map(rows.map((row) => [`${row.table_name}.${row.column_name}`, row]));
    const keys = new Set(
      (
        await app.database.rows<{ key: string }>(
          `select c.conrelid::regclass || '.' || a.attname as key from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) where c.contype = 'p'`,
        )
      ).map(({ key }) => key),
    );
    const faults: string[] = [];
    const { entityMetadatas } = app.get(DataSource);
    for (const entity of entityMetadatas) {
      for (const column of entity.columns) {
        const name = `${entity.tableName}.${column.databaseName}`;
        const row = known.get(name);
        const type = column.isArray ? ['ARRAY'] : catalogueNames[typeOf(column.type)];
        if (!row) faults.push(`${name} is not in the database`);
        else if (!type?.includes(row.data_type))
          faults.push(`${name} is ${row.data_type} in the database, ${typeOf(column.type)} in the entity`);
        else if ((row.is_nullable === 'YES') !== column.isNullable)
          faults.push(`${name} may ${row.is_nullable === 'YES' ? '' : 'not '}be null in the database`);
        if (column.isPrimary !== keys.has(name))
          faults.push(`${name} is ${column.isPrimary ? 'no' : 'a'} key in the database`);
      }
    }
    expect(faults).toEqual([]);
    expect(entityMetadatas.length).toBeGreaterThan(0);
  });

  it('leave out only columns that the database fills by itself or that may stay empty', async () => {
    const { entityMetadatas } = app.get(DataSource);
    const named = new Set(
      entityMetadatas.flatMap((entity) => entity.columns.map((column) => `${entity.tableName}.${column.databaseName}`)),
    );
    const rows = await app.database.rows<Column>(
      `select table_name, column_name, is_nullable, data_type, column_default is not null or is_generated = 'ALWAYS' as has_default from information_schema.columns where table_schema = 'public' and table_name = any($1)`,
      [entityMetadatas.map((entity) => entity.tableName)],
    );
    const needed = rows.filter(
      (row) => row.is_nullable === 'NO' && !row.has_default && !named.has(`${row.table_name}.${row.column_name}`),
    );
    expect(needed.map((row) => `${row.table_name}.${row.column_name}`)).toEqual([]);
  });
});

describe('the events', () => {
  it('have each a subscriber, or are told to be for the audit trail only', () => {
    const registry = app.get(EventRegistry);
    const events = [...definedEvents().values()];
    expect(events.length).toBeGreaterThan(20);
    expect(
      events
        .filter((event) => !event.auditOnly && registry.subscribersOf(event.name).length === 0)
        .map((event) => event.name),
    ).toEqual([]);
  });

  it('that are for the audit trail only have no subscriber', () => {
    const registry = app.get(EventRegistry);
    const heard = [...definedEvents().values()].filter(
      (event) => event.auditOnly && registry.subscribersOf(event.name).length > 0,
    );
    expect(heard.map((event) => event.name)).toEqual([]);
  });
});
