// @everyday
/**
 * The data map says of every column that can hold something about a person what it is, or that it holds nothing of one. The
 * columns come from the migrated database, so that a new one fails here until somebody has thought about it.
 */
import { personal } from '#contracts/privacy/data-map';
import { impersonal } from '#contracts/privacy/impersonal';
import { recordKindNames } from '#contracts/privacy/record-kinds';
import { sql } from '#platform/database';
import { startApp, stopApps } from '../support/app.ts';
import { dataProtectionNow, writeDataProtection } from '../support/schema/data-protection.ts';

let carrying: string[];
beforeAll(async () => {
  const app = await startApp();
  const rows = await app.database.rows<{ name: string }>(
    // A text whose values are listed by a check is a state; a reference to a person is one by its target or by its name.
    sql`select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
          join pg_type t on t.oid = a.atttypid
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
           and case when t.typname = 'uuid' then a.attname in
               ('person_id', 'subject_id', 'actor_id', 'ended_by', 'hinted_by', 'answered_by', 'listed_by')
             or exists (select 1 from pg_constraint k where k.contype = 'f' and k.confrelid = 'people'::regclass
               and k.conrelid = c.oid and a.attnum = any(k.conkey))
           when t.typname in ('text', 'varchar', 'jsonb', 'bytea', 'inet') or t.typcategory = 'A' then not exists (
             select 1 from pg_constraint k where k.contype = 'c' and k.conrelid = c.oid
               and pg_get_constraintdef(k.oid) like '%' || a.attname || ' = ANY%')
           else false end order by 1`,
  );
  carrying = rows.map(({ name }) => name);
});
afterAll(stopApps);

const listed = (columns: Readonly<Record<string, string>>): string[] =>
  Object.entries(columns).flatMap(([table, names]) => names.split(' ').map((name) => `${table}.${name}`));
const mapped = [...recordKindNames.flatMap((kind) => listed(personal[kind])), ...listed(impersonal)];

it('has every column that can hold something about a person', () => {
  expect(carrying.length).toBeGreaterThan(500);
  expect(carrying.filter((column) => !mapped.includes(column))).toEqual([]);
});

it('has none twice, and none that is not there', () => {
  expect(mapped.filter((column, at) => mapped.indexOf(column) !== at)).toEqual([]);
  expect(mapped.filter((column) => !carrying.includes(column))).toEqual([]);
});

it('docs/data-protection.md says what the map says; else run `npm run docs:data-protection`', () => {
  expect(dataProtectionNow()).toBe(writeDataProtection());
});
