// @everyday
/**
 * When a person asks to be erased, every column of the data map that carries words or a document is emptied by its module, or is
 * left on a ground that is written down. The columns come from the map and the database: a new one that says neither fails here.
 */
import { personal } from '#contracts/privacy/data-map';
import { erasureLeaves, erasureOf } from '#contracts/privacy/erasing';
import { recordKindNames, recordKinds } from '#contracts/privacy/record-kinds';
import { PersonErasures } from '#modules/membership';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../support/app.ts';

let app: TestApp;
let types: Map<string, string>;
beforeAll(async () => {
  app = await startApp();
  const rows = await app.database.rows<{ name: string; type: string }>(
    sql`select table_name || '.' || column_name as name, udt_name as type from information_schema.columns
         where table_schema = 'public'`,
  );
  types = new Map(rows.map(({ name, type }) => [name, type]));
});
afterAll(stopApps);

const listed = (columns: Readonly<Record<string, string>>): string[] =>
  Object.entries(columns).flatMap(([table, names]) => names.split(' ').map((name) => `${table}.${name}`));
const left = () => Object.values(erasureLeaves).flatMap(listed);
function emptied(): string[] {
  const { statements, later } = app.get(PersonErasures).declared;
  return [
    ...statements.flatMap(({ table, columns }) => columns.filter(Boolean).map((name) => `${table}.${name}`)),
    ...later,
  ];
}
/** An id leads to a record without a name. */
const isWords = (column: string) => !['uuid', '_uuid'].includes(types.get(column) ?? '');
const mapped = recordKindNames.flatMap((kind) => listed(personal[kind]));

it('knows of every column with words or a document how it is emptied, or why it stays', () => {
  const known = new Set([...emptied(), ...left()]);
  const words = mapped.filter(isWords);
  expect(words.length).toBeGreaterThan(150);
  expect(words.filter((column) => !known.has(column))).toEqual([]);
});

it('leaves none that is emptied, and none that is not there or is an id', () => {
  const gone = new Set(emptied());
  expect(left().filter((column) => gone.has(column))).toEqual([]);
  expect([...left(), ...gone].filter((column) => !types.has(column))).toEqual([]);
  expect(left().filter((column) => !mapped.includes(column) || !isWords(column))).toEqual([]);
});

it('empties what it says: each statement is of its table and names its columns, or takes the rows away', () => {
  const wrong = app.get(PersonErasures).declared.statements.filter(({ table, columns, text }) => {
    const [, verb, of] = /^\s*(update|delete from) (\w+)/.exec(text) ?? [];
    const names = columns.every((column) => new RegExp(`\\b${column} = `).test(text) || column === 'full_name_folded');
    return of !== table || (verb === 'update' && !names);
  });
  expect(wrong).toEqual([]);
});

it('keeps a kind only on a ground with a time', () => {
  for (const kind of recordKindNames)
    if (erasureOf[kind] === 'keep') expect([kind, recordKinds[kind].kept]).not.toEqual([kind, 'done']);
  // Of neighbours there are no names, only codes of applications: nothing of whoever asks.
  expect(recordKindNames.filter((kind) => erasureOf[kind] === 'keep' && recordKinds[kind].kept === 'request')).toEqual([
    'neighbours',
  ]);
});
