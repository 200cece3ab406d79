// @everyday
/**
 * When two records turn out to be one person, every column that names people moves to the one that stays, or is said to stay
 * with a reason. The columns come from the database: a new table that says neither fails here (docs/decisions/0143).
 */
import { randomUUID } from 'node:crypto';
import { OwnRecords, PersonReferences } from '#modules/membership';
import { rowsOf, sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../support/app.ts';

/** "update tasks set doer_id = $1 where doer_id = $2": what a statement re-points. */
const MOVES = /^\s*update (\w+)(?: \w+)? set (\w+) = \$1 where \2 = \$2/;

let app: TestApp;
let named: string[];
beforeAll(async () => {
  app = await startApp();
  const rows = await app.database.rows<{ name: string }>(
    sql`select c.conrelid::regclass || '.' || a.attname as name from pg_constraint c
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
         where c.contype = 'f' and c.confrelid = 'people'::regclass
        union
        -- Tables too hot for a reference, and those that outlive what they name.
        select table_name || '.' || column_name from information_schema.columns
          join information_schema.tables using (table_schema, table_name)
         where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'uuid'
           and column_name in ('person_id', 'actor_id', 'subject_id', 'ended_by') order by 1`,
  );
  named = rows.map(({ name }) => name);
});
afterAll(stopApps);

const declared = () => {
  const { moves, stays } = app.get(PersonReferences).declared;
  const moved = moves.flatMap((text) => {
    const [, table, column] = MOVES.exec(text) ?? [];
    return table ? [`${table}.${column}`] : [];
  });
  return { moved, stays: [...stays.keys()] };
};

it('knows of every column that names people what becomes of it', () => {
  const { moved, stays } = declared();
  expect(named.length).toBeGreaterThan(110);
  expect(named.filter((column) => !moved.includes(column) && !stays.includes(column))).toEqual([]);
});

it('names no column twice, and none that is not there', () => {
  const all = [...declared().moved, ...declared().stays];
  expect(all.filter((column, at) => all.indexOf(column) !== at)).toEqual([]);
  expect(all.filter((column) => !named.includes(column))).toEqual([]);
});

/** Of tables that grow with the country; an empty one is read by whatever comes first. */
it('finds what a person is shown of their own by an index', async () => {
  const { sources } = app.get(OwnRecords);
  const plans = await app.database.alone(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    const found: string[] = [];
    for (const { kind, records } of sources) {
      const rows = await rowsOf<{ 'QUERY PLAN': string }>(tx, sql`explain ${records(randomUUID())}`);
      found.push(...rows.map((row) => `${kind}: ${row['QUERY PLAN'].trim()}`));
    }
    return found;
  });
  expect(sources.length).toBeGreaterThan(10);
  expect(plans.filter((line) => line.includes('Seq Scan'))).toEqual([]);
});
