// @everyday
/** Every statement that stands in src is one that the migrated database takes: a wrong column fails here, not at its first use. */
import { fileURLToPath } from 'node:url';
import type { QueryRunner } from 'typeorm';
import { startApp, stopApps } from '../support/app.ts';
import { type FoundStatement, statementsOf } from '../support/schema/statements.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** PostgreSQL prepares these; locks, copies and settings it does not. */
const PREPARED = /^\s*(?:with|select|insert|update|delete|merge|values)\b/i;

const found = statementsOf(
  `${ROOT}tsconfig.json`,
  (file) =>
    file.includes('/src/') &&
    !/spec\.ts$/.test(file) &&
    !/platform\/database\/(?:migrations\/|database\.ts)/.test(file),
);

/** One connection: what is prepared is its own. */
let connection: QueryRunner;
beforeAll(async () => {
  const { database } = await startApp();
  connection = database.source.createQueryRunner();
});
afterAll(async () => {
  await connection.release();
  await stopApps();
});

/** What PostgreSQL says against it. */
async function refusal({ place, text }: FoundStatement): Promise<string | undefined> {
  try {
    await connection.query(`prepare checked as ${text}`);
    await connection.query('deallocate checked');
    return undefined;
  } catch (error) {
    return `${place}: ${(error as Error).message}`;
  }
}

it('follows every statement to its last fragment', () => {
  expect(found.statements.length).toBeGreaterThan(700);
  expect(found.unknown).toEqual([]);
});

it('prepares every statement of src', async () => {
  const refused: (string | undefined)[] = [];
  for (const statement of found.statements.filter(({ text }) => PREPARED.test(text)))
    refused.push(await refusal(statement));
  expect(refused.filter((one) => one !== undefined)).toEqual([]);
});

it('finds a wrong column', async () => {
  expect(await refusal({ place: 'here', text: 'select no_such_column from tasks' })).toMatch('no_such_column');
});
