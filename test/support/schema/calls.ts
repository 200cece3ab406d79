/** Who calls what in a program's sources, and which functions are given along to be called back. */
import ts from 'typescript';

/** What lists, maps and promises call back, they do not put into a statement. */
const OF_LISTS = new Set(
  'map flatMap filter find findIndex findLast some every reduce forEach sort toSorted then catch finally from'.split(
    ' ',
  ),
);

export class Calls {
  readonly all: ts.CallExpression[] = [];
  private readonly byName = new Map<string, ts.CallExpression[]>();
  /** Initialisers by the property that they are given to. */
  private readonly properties = new Map<string, ts.Expression[]>();
  private calledBack: ReadonlyMap<ts.Node, readonly ts.SignatureDeclaration[]> | undefined;

  constructor(
    private readonly checker: ts.TypeChecker,
    sources: readonly ts.SourceFile[],
  ) {
    for (const source of sources) this.index(source);
  }

  of(callee: ts.SignatureDeclaration): readonly ts.CallExpression[] {
    return (this.byName.get(nameOf(callee)) ?? []).filter(
      (call) => this.checker.getResolvedSignature(call)?.declaration === callee,
    );
  }

  /** What is given to a property of this name in any object. */
  givenTo(property: string): readonly ts.Expression[] {
    return this.properties.get(property) ?? [];
  }

  /** The functions that are given where one of this type is wanted. */
  calledBackAs(type: ts.SignatureDeclaration): readonly ts.SignatureDeclaration[] {
    this.calledBack ??= this.indexCallbacks();
    return this.calledBack.get(type) ?? [];
  }

  /** By the type that is wanted. What stands where is asked of the checker once: it is most of the work. */
  private indexCallbacks(): ReadonlyMap<ts.Node, ts.SignatureDeclaration[]> {
    const found = new Map<ts.Node, ts.SignatureDeclaration[]>();
    const calls = this.all.filter((call) => !OF_LISTS.has(nameOfCallee(call)));
    for (const place of [...calls.flatMap((call) => [...call.arguments]), ...[...this.properties.values()].flat()]) {
      const given = ts.isArrowFunction(place) || ts.isIdentifier(place) ? this.functionAt(place) : undefined;
      const wanted = given && this.checker.getContextualType(place)?.getNonNullableType().getCallSignatures()[0];
      if (wanted?.declaration) add(found, wanted.declaration, given);
    }
    return found;
  }

  private functionAt(node: ts.Expression): ts.SignatureDeclaration | undefined {
    if (!ts.isIdentifier(node)) return ts.isFunctionLike(node) ? node : undefined;
    const symbol = this.checker.getSymbolAtLocation(node);
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    const declaration = target?.valueDeclaration;
    if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer)
      return this.functionAt(declaration.initializer);
    return declaration && ts.isFunctionDeclaration(declaration) ? declaration : undefined;
  }

  private index(node: ts.Node): void {
    if (ts.isCallExpression(node)) {
      this.all.push(node);
      add(this.byName, nameOfCallee(node), node);
    }
    if (ts.isPropertyAssignment(node)) add(this.properties, node.name.getText(), node.initializer);
    ts.forEachChild(node, (child) => this.index(child));
  }
}

/** Of a function, a method, or the constant that holds one. */
export function nameOf(of: ts.SignatureDeclaration): string {
  return (of.name ?? (ts.isVariableDeclaration(of.parent) ? of.parent.name : undefined))?.getText() ?? '';
}

export function nameOfCallee({ expression }: ts.CallExpression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}

/** Without brackets and casts. */
export function bare(node: ts.Expression): ts.Expression {
  const isWrapped =
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node);
  return isWrapped ? bare(node.expression) : node;
}

/** What a function answers, in each of its returns. */
export function answersOf(of: ts.SignatureDeclaration): ts.Expression[] {
  const body = 'body' in of ? (of.body as ts.ConciseBody | undefined) : undefined;
  if (!body) return [];
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}

function add<K, T>(to: Map<K, T[]>, key: K, item: T): void {
  const list = to.get(key);
  if (list) list.push(item);
  else to.set(key, [item]);
}
