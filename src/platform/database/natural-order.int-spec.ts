import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(stopApps);

it('has places in the Vietnamese order with numbers by value', async () => {
  const names = ['Thôn 10', 'Thôn 6', 'Thôn 2B', 'Đồng Lợi', 'Dân Lực', 'Thôn 2', 'Ân Nông', 'An Nông'];
  const rows = await app.database.rows<{ name: string }>(
    sql`select name from unnest(${names}::text[]) as t(name) order by name collate "vi-natural"`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'An Nông',
    'Ân Nông',
    'Dân Lực',
    'Đồng Lợi',
    'Thôn 2',
    'Thôn 2B',
    'Thôn 6',
    'Thôn 10',
  ]);
});

it('is the one order of names in SQL: the plain one has Thôn 10 before Thôn 6', () => {
  const files = readdirSync('src/modules', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const plain = files.filter((path) => readFileSync(join('src/modules', path), 'utf8').includes('vi-x-icu'));
  expect(plain).toEqual([]);
});
