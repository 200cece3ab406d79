/** Who calls what in a program's sources, and which functions are given along to be called back. */
import ts from 'typescript';

export class Calls {
  readonly all: ts.CallExpression[] = [];
  private readonly byName = new Map<string, ts.CallExpression[]>();
  /** Initialisers by the property that they are given to. */
  private readonly properties = new Map<string, ts.Expression[]>();

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
  calledBackAs(type: ts.Node): ts.SignatureDeclaration[] {
    const places = [...this.all.flatMap((call) => [...call.arguments]), ...[...this.properties.values()].flat()];
    return places
      .filter((one) => ts.isArrowFunction(one) || ts.isIdentifier(one))
      .filter(
        (one) => this.checker.getContextualType(one)?.getNonNullableType().getCallSignatures()[0]?.declaration === type,
      )
      .flatMap((one) => this.functionAt(one) ?? []);
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

function add<T>(to: Map<string, T[]>, key: string, item: T): void {
  const list = to.get(key);
  if (list) list.push(item);
  else to.set(key, [item]);
}
