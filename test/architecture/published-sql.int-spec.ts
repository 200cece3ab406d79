// @everyday
/** What modules publish as SQL is a contract: the columns that a fragment's comment names are those that it has. */
import { readFileSync } from 'node:fs';
import { raw, type Sql, sql } from '#platform/database';
import * as membership from '../../src/modules/membership/membership.sql.ts';
import * as organization from '../../src/modules/organization/organization.sql.ts';
import * as tasks from '../../src/modules/tasks/tasks.sql.ts';
import * as training from '../../src/modules/training/training.sql.ts';
import * as outbox from '../../src/platform/outbox/outbox.sql.ts';
import * as trail from '../../src/platform/trail/trail.sql.ts';
import { startApp, stopApps, type TestApp } from '../support/app.ts';

const files: Record<string, Record<string, Sql>> = {
  'src/modules/membership/membership.sql.ts': { ...membership },
  'src/modules/organization/organization.sql.ts': { ...organization },
  'src/modules/tasks/tasks.sql.ts': { ...tasks },
  'src/modules/training/training.sql.ts': { ...training },
  'src/platform/outbox/outbox.sql.ts': { ...outbox },
  'src/platform/trail/trail.sql.ts': { ...trail },
};
const fragments = Object.entries(files).flatMap(([file, own]) =>
  Object.entries(own).map(([name, fragment]) => ({ file, name, fragment })),
);

const COLUMN = /\b([a-z_]+) (uuid|text\[\]|text|int|boolean|jsonb|timestamptz|daterange|date)(?![\w\]])/g;
const SHORT: Record<string, string> = { integer: 'int', 'timestamp with time zone': 'timestamptz' };

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(stopApps);

/** From the comment before the name. */
function told(file: string, name: string): string[] {
  const before = readFileSync(file, 'utf8').split(`export const ${name} `)[0] ?? '';
  const comment = before.slice(before.lastIndexOf('/**')).replace(/\n \* /g, ' ');
  return [...comment.matchAll(COLUMN)].map(([, column, type]) => `${column} ${type}`);
}

it.each(fragments)('$name of $file has the columns that it tells of', async ({ file, name, fragment }) => {
  const view = `told_${name.toLowerCase()}`;
  await app.database.rows(sql`create view ${raw(view)} as select * from ${fragment} x`);
  const columns = await app.database.rows<{ name: string; type: string }>(
    sql`select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = ${view}::regclass
      order by attnum`,
  );
  expect(columns.map((column) => `${column.name} ${SHORT[column.type] ?? column.type}`)).toEqual(told(file, name));
});
