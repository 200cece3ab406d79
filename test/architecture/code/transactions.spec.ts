/**
 * What a module reads or writes goes through Database: it takes the connection of the transaction that is running. Whoever
 * asks the pool beside it may wait for ever for itself (docs/decisions/0011).
 */
import ts from 'typescript';
import { sourcesIn } from '../../support/schema/sources.ts';

const BESIDE = /\bsource\s*\.\s*(?:manager|transaction|query|createQueryRunner)\b/;

it('finds what asks the pool beside a transaction', () => {
  expect(BESIDE.test('await this.database.source.manager.findOneBy(Team, { id })')).toBe(true);
  expect(BESIDE.test('await this.database.manager.findOneBy(Team, { id })')).toBe(false);
});

it('leaves the pool to Database', () => {
  const beside = sourcesIn('src/modules').filter(({ text }) => BESIDE.test(text));
  expect(beside.map(({ file }) => file)).toEqual([]);
});

/**
 * Of `Database.alone(async (tx) => ...)`: what it waits for or gives back without handing it `tx`. What is called further in is
 * run with the pool taken, by src/modules/notifications/alone.int-spec.ts.
 */
function withoutTx(source: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile('some.ts', source, ts.ScriptTarget.Latest);
  const inside = (node: ts.Node): void => {
    const asked = ts.isAwaitExpression(node) || ts.isReturnStatement(node) ? node.expression : undefined;
    if (asked && ts.isCallExpression(asked) && asked.arguments[0]?.getText(file) !== 'tx')
      found.push(asked.getText(file));
    ts.forEachChild(node, inside);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\bdatabase\.alone$/.test(node.expression.getText(file)))
      for (const work of node.arguments) inside(work);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

it('finds what a transaction alone does without its connection', () => {
  const within = (body: string) => withoutTx(`await this.database.alone(async (tx) => { ${body} })`);
  expect(within('await execute(tx, one); return this.store.write(tx, two);')).toEqual([]);
  expect(within('await this.store.read(id);')).toEqual(['this.store.read(id)']);
  expect(within('return this.database.rows(one);')).toEqual(['this.database.rows(one)']);
});

it('hands a transaction alone to all that it waits for', () => {
  expect(sourcesIn('src').flatMap(({ file, text }) => withoutTx(text).map((call) => `${file}: ${call}`))).toEqual([]);
});
