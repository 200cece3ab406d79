/**
 * Each table belongs to the module in which its entity stands. Other modules ask its Api, or read what it publishes as SQL
 * (docs/decisions/0002). What still reaches past that is counted per file in table-debts.json: the list may only shrink.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Tables that are part of their module's contract: read-only for others. */
const PUBLISHED: Record<string, 'everybody' | readonly string[]> = {
  unit_closure: 'everybody',
  tasks: ['notifications'],
  assignments: ['notifications'],
};
const USE = /\b(?:from|join|into|update|using)\s+(?:only\s+)?([a-z_]+)/g;
const WITH = /\b([a-z_]+) as (?:not )?(?:materialized )?\(/g;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts') && !/spec\.ts$/.test(file) && !file.includes('/migrations/'))
  .sort();
const areaOf = (file: string): string => (file.startsWith('src/modules/') ? (file.split('/')[2] ?? '') : 'platform');
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const owners = new Map(
  files.flatMap((file) =>
    [...(textOf.get(file) ?? '').matchAll(/@Entity\('(\w+)'/g)].map((found) => [found[1] ?? '', areaOf(file)] as const),
  ),
);

/** Every piece of text that stands in the file as a string or a template, between its values. */
function literals(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return found;
}

function isForeign(file: string, table: string): boolean {
  const owner = owners.get(table);
  const readers = PUBLISHED[table];
  return owner !== undefined && owner !== areaOf(file) && readers !== 'everybody' && !readers?.includes(areaOf(file));
}

const namesIn = (texts: string[], pattern: RegExp): string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map((found) => found[1] ?? ''));

/** Tables of other modules that a file names in SQL; a `with` may give its own rows a table's name. */
function foreignTables(file: string, source: string): string[] {
  const texts = literals(file, source);
  const own = new Set(namesIn(texts, WITH));
  return [...new Set(namesIn(texts, USE))].filter((table) => !own.has(table) && isForeign(file, table)).sort();
}

const debts = JSON.parse(readFileSync(join(import.meta.dirname, 'table-debts.json'), 'utf8')) as Record<
  string,
  string[]
>;

it('has an owner for every table', () => {
  expect(owners.size).toBeGreaterThan(100);
  expect(owners.get('tasks')).toBe('tasks');
});

it('finds the table of another module in a statement, and leaves what is published alone', () => {
  const source = 'const a = `select 1 from people p join unit_closure c on ${x} join tasks t on true`;';
  expect(foreignTables('src/modules/training/a.ts', source)).toEqual(['people', 'tasks']);
  expect(foreignTables('src/modules/notifications/a.ts', source)).toEqual(['people']);
  expect(foreignTables('src/modules/membership/a.ts', source)).toEqual(['tasks']);
});

it('names no table of another module beyond what is listed, and lists nothing that is gone', () => {
  const found = Object.fromEntries(
    files.map((file) => [file, foreignTables(file, textOf.get(file) ?? '')]).filter(([, tables]) => tables?.length),
  );
  // A new one: ask the owner's Api, or publish a function or fragment there. One that is gone: take it off the list.
  expect(found).toEqual(debts);
});
