/** What a class asks for stands in its own constructor: a class that only carries others hides how much somebody needs. */
import ts from 'typescript';
import { sourcesIn } from '../../support/schema/sources.ts';

const MOST = 8;
/** More than that, each with the reason. */
const LARGER: Record<string, string> = {
  MessageFacts: 'messages read through it what any module tells, one for each',
};

interface Made {
  name: string;
  asks: number;
  /** Injected, all of it open to whoever has the class, and nothing that it does itself. */
  onlyCarries: boolean;
}

const has = (node: ts.ParameterDeclaration, kind: ts.SyntaxKind): boolean =>
  node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
const isOpen = (parameter: ts.ParameterDeclaration): boolean =>
  has(parameter, ts.SyntaxKind.PublicKeyword) ||
  (has(parameter, ts.SyntaxKind.ReadonlyKeyword) && !has(parameter, ts.SyntaxKind.PrivateKeyword));

function madeIn(text: string): Made[] {
  const found: Made[] = [];
  const file = ts.createSourceFile('some.ts', text, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) {
      const made = node.members.find(ts.isConstructorDeclaration);
      const asked = made?.parameters ?? [];
      const isInjected = (ts.getDecorators(node) ?? []).some((one) => one.getText(file).startsWith('@Injectable'));
      const isBare = node.members.length === 1 && made?.body?.statements.length === 0;
      found.push({
        name: node.name?.text ?? '',
        asks: asked.length,
        onlyCarries: isInjected && isBare && asked.length > 0 && asked.every(isOpen),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const classes = sourcesIn('src').flatMap(({ file, text }) => madeIn(text).map((made) => ({ ...made, file })));

it('finds a class that only carries others', () => {
  const only = (members: string) =>
    madeIn(`@Injectable() export class Sources { ${members} }`).map(({ onlyCarries }) => onlyCarries);
  expect(only('constructor(readonly people: People, readonly units: Units) {}')).toEqual([true]);
  expect(only('constructor(readonly store: Store, private readonly clock: Clock) {}')).toEqual([false]);
  expect(only('constructor(readonly store: Store) {} today() { return this.store.today(); }')).toEqual([false]);
  expect(madeIn('class Wrong extends Error { constructor(readonly at: number) { super(); } }')).toEqual([
    { name: 'Wrong', asks: 1, onlyCarries: false },
  ]);
});

it('has none that only carries others', () => {
  expect(classes.length).toBeGreaterThan(1_000);
  expect(classes.filter(({ onlyCarries }) => onlyCarries)).toEqual([]);
});

it(`asks for at most ${MOST} others`, () => {
  const larger = classes.filter(({ asks }) => asks > MOST).map(({ name }) => name);
  expect(larger).toEqual(Object.keys(LARGER));
});
