/**
 * Each table belongs to the module in which its entity stands. Other modules ask its Api, or read what it publishes in its
 * `<module>.sql.ts`: fragments, and views, functions and tables that a line with @published names there
 * (docs/decisions/0105). Nothing reaches past that.
 */
import ts from 'typescript';
import { sourcesIn } from '../support/schema/sources.ts';

const USE = /\b(?:from|join|into|update|using)\s+(?:only\s+)?([a-z_]+)/g;
/** A table behind a comma, with its alias. */
const LISTED = /,\s*([a-z_]+)\s+(?:as\s+)?[a-z]\w{0,2}(?=\s|$)/g;
const WITH = /\b([a-z_]+) as (?:not )?(?:materialized )?\(/g;
const PUBLISHED = /^ \* @published (\w+)(?:\(\w+\))?(?: to (\w+))?/gm;
const MADE = /\bcreate (?:or replace )?(?:view|function) (\w+)/gi;
const MIGRATIONS = 'src/platform/database/migrations';

const sources = sourcesIn('src').filter(({ file }) => !file.includes('/migrations/'));
const files = sources.map(({ file }) => file);
const areaOf = (file: string): string => (file.startsWith('src/modules/') ? (file.split('/')[2] ?? '') : 'platform');
const textOf = new Map(sources.map(({ file, text }) => [file, text]));
const owners = new Map(
  files.flatMap((file) =>
    [...(textOf.get(file) ?? '').matchAll(/@Entity\('(\w+)'/g)].map((found) => [found[1] ?? '', areaOf(file)] as const),
  ),
);

/** Tables, views and functions by name: by whose module they are published, and to whom; to everybody without a name. */
const published = new Map(
  files
    .filter((file) => file.endsWith('.sql.ts'))
    .flatMap((file) =>
      [...(textOf.get(file) ?? '').matchAll(PUBLISHED)].map(
        (found) => [found[1] ?? '', { by: areaOf(file), to: found[2] }] as const,
      ),
    ),
);
const made = new Set(
  sourcesIn(MIGRATIONS).flatMap(({ text }) => [...text.matchAll(MADE)].map((found) => found[1] ?? '')),
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
  if (owner === undefined || owner === areaOf(file)) return false;
  const offer = published.get(table);
  return !offer || (offer.to !== undefined && offer.to !== areaOf(file));
}

const namesIn = (texts: string[], pattern: RegExp): string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map((found) => found[1] ?? ''));

/** What a file's SQL reads and writes by name; a `with` may give its own rows a table's name. */
function namedIn(file: string, source: string): string[] {
  const texts = literals(file, source);
  const own = new Set(namesIn(texts, WITH));
  return [...new Set([...namesIn(texts, USE), ...namesIn(texts, LISTED)])].filter((name) => !own.has(name)).sort();
}

const foreignTables = (file: string, source: string): string[] =>
  namedIn(file, source).filter((table) => isForeign(file, table));

it('has an owner for every table', () => {
  expect(owners.size).toBeGreaterThan(100);
  expect(owners.get('tasks')).toBe('tasks');
});

it('finds the table of another module in a statement, and leaves what is published alone', () => {
  const source =
    'const a = `select 1 from people p join unit_closure c on ${x} join tasks t on true, units u where true`;';
  expect(foreignTables('src/modules/training/a.ts', source)).toEqual(['people', 'tasks', 'units']);
  expect(foreignTables('src/modules/notifications/a.ts', source)).toEqual(['people', 'units']);
  expect(foreignTables('src/modules/membership/a.ts', source)).toEqual(['tasks', 'units']);
});

it('uses no table of another module: ask its Api, or publish a fragment in its <module>.sql.ts', () => {
  const found = files.flatMap((file) =>
    foreignTables(file, textOf.get(file) ?? '').map((table) => `${file}: ${table} of ${owners.get(table)}`),
  );
  expect(found).toEqual([]);
});

it('publishes the views and functions that several modules read, each in one module and by a name that is there', () => {
  const readers = new Map<string, Set<string>>();
  for (const file of files)
    for (const name of namedIn(file, textOf.get(file) ?? ''))
      if (made.has(name)) readers.set(name, (readers.get(name) ?? new Set()).add(areaOf(file)));
  const shared = [...readers].filter(([, areas]) => areas.size > 1).map(([name]) => name);
  expect(shared).toContain('teams_at');
  expect(shared.filter((name) => !published.has(name))).toEqual([]);
  expect([...published.keys()].filter((name) => !made.has(name) && !owners.has(name))).toEqual([]);
  const strange = [...published].filter(([name, { by }]) => owners.has(name) && owners.get(name) !== by);
  expect(strange).toEqual([]);
});
