/**
 * Whatever event is defined is appended somewhere, and whatever is appended is a defined event. Read from the sources:
 * the constants that the second argument of `outbox.append(tx, ...)` leads to within its file.
 */
import ts from 'typescript';
import { type Source, sourcesIn } from '../support/schema/sources.ts';

/** Without the outbox itself, which is handed its events. */
const sources = sourcesIn('src').filter(({ file }) => !file.startsWith('src/platform/outbox/'));

/** The names of `export const x = defineEvent(...)`. */
const definedIn = ({ text }: Source): string[] =>
  [...text.matchAll(/export const (\w+) = defineEvent\(/g)].map(([, name = '']) => name);

/** For each append of a file, the names that its event can come from. */
function appendsOf({ file, text }: Source): { at: string; names: Set<string> }[] {
  if (!/outbox\s*\.append/.test(text)) return [];
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const origins = new Map<string, ts.Node[]>();
  const appends: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer)
      for (const name of boundBy(node.name)) origins.set(name, [...(origins.get(name) ?? []), node.initializer]);
    if (ts.isCallExpression(node) && /outbox\s*\.append(Many)?$/.test(node.expression.getText())) appends.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return appends.map((call) => {
    const names = new Set<string>();
    const event = call.arguments[1];
    if (event) collect(event, origins, names);
    return { at: `${file}:${tree.getLineAndCharacterOfPosition(call.getStart()).line + 1}`, names };
  });
}

/** `event`, and each name of `{ event, other }`. */
function boundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((one) => (ts.isBindingElement(one) ? boundBy(one.name) : []));
}

function collect(node: ts.Node, origins: ReadonlyMap<string, ts.Node[]>, names: Set<string>): void {
  if (ts.isIdentifier(node) && !names.has(node.text)) {
    names.add(node.text);
    for (const origin of origins.get(node.text) ?? []) collect(origin, origins, names);
  }
  ts.forEachChild(node, (child) => collect(child, origins, names));
}

function judge(all: readonly Source[]): { neverAppended: string[]; notDefined: string[] } {
  const defined = all.flatMap(definedIn);
  const appends = all.flatMap(appendsOf);
  return {
    neverAppended: defined.filter((name) => !appends.some(({ names }) => names.has(name))),
    notDefined: appends.filter(({ names }) => !defined.some((name) => names.has(name))).map(({ at }) => at),
  };
}

it('reads events and appends at all', () => {
  expect(sources.flatMap(definedIn).length).toBeGreaterThan(100);
  expect(sources.flatMap(appendsOf).length).toBeGreaterThan(100);
});

it('gives each event a name of its own, so that the sources can be read by names', () => {
  const names = sources.flatMap(definedIn);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

it('appends every event that is defined, and nothing else', () => {
  expect(judge(sources)).toEqual({ neverAppended: [], notDefined: [] });
});

describe('in planted sources', () => {
  const events = `export const teaPoured = defineEvent('tea.poured', cup);
    export const teaSpilled = defineEvent('tea.spilled', cup);`;
  const planted = (work: string) =>
    judge([
      { file: 'tea.events.ts', text: events },
      { file: 'pour.ts', text: `class Pour { async execute(tx: Tx, isHot: boolean) { ${work} } }` },
    ]);

  it('finds an event that nobody appends, although it is imported and listened to', () => {
    const work = `await this.outbox.append(tx, teaPoured({ cup }), actor); on(teaSpilled);`;
    expect(planted(work)).toEqual({ neverAppended: ['teaSpilled'], notDefined: [] });
  });

  it('follows a choice between two, and names of several', () => {
    const work = `const event = isHot ? teaSpilled : teaPoured; await this.outbox.append(tx, event({ cup }));`;
    expect(planted(work)).toEqual({ neverAppended: [], notDefined: [] });
    const many = `const all = cups.map((cup) => teaPoured({ cup })); const { spilled } = { spilled: teaSpilled };
      await this.outbox.appendMany(tx, [...all, spilled({ cup })]);`;
    expect(planted(many)).toEqual({ neverAppended: [], notDefined: [] });
  });

  it('finds an append of what nobody has defined', () => {
    const work = `await this.outbox.appendMany(tx, [teaPoured({ cup }), teaSpilled({ cup })]);
      await this.outbox.append(tx, { definition, payload: { cup } });`;
    expect(planted(work).notDefined).toEqual(['pour.ts:2']);
  });
});
