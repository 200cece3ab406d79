/**
 * Fragments of SQL as text, read from the code that puts them together: constants, functions with what their callers give,
 * objects of fragments, lists. A fragment that has several forms gives them all; pieces side by side vary together.
 */
import ts from 'typescript';
import { answersOf, bare, type Calls, nameOf, nameOfCallee } from './calls.ts';
import { type Forms, side, VALUE } from './forms.ts';

/** So many forms of one fragment are followed. */
const FORMS = 24;
const DEEP = 60;

type Fields = ReadonlyMap<string, Bound>;
/** What a name stands for: a fragment or value (with its word where it is one), an object of them, nothing where it was left out. */
type Bound = { forms: Forms; word?: string } | { fields: Fields } | { absent: true };
type Env = ReadonlyMap<ts.Symbol, Bound>;

/** Only the running program knows it. */
export class Unknown extends Error {
  constructor(node: ts.Node | string) {
    super(typeof node === 'string' ? node : node.getText().replace(/\s+/g, ' ').slice(0, 60));
  }
}
class Absent extends Unknown {}
/** A fragment comes from whoever calls this function. */
class ByCaller extends Error {
  constructor(readonly callee: ts.SignatureDeclaration) {
    super();
  }
}

export class Fragments {
  private depth = 0;

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly calls: Calls,
  ) {}

  isSql(node: ts.Node): boolean {
    const type = this.checker.getTypeAtLocation(node);
    return (type.isUnion() ? type.types : [type]).some((one) => one.symbol?.name === 'Sql');
  }

  /** Every form of a fragment; what all callers of its function give is put in, call by call. @throws Unknown */
  of(node: ts.Expression, env: Env = new Map(), asked: readonly ts.SignatureDeclaration[] = []): Forms {
    try {
      return this.forms(node, env);
    } catch (error) {
      if (!(error instanceof ByCaller)) throw error;
      const { callee } = error;
      const calls = this.calls.of(callee);
      if (calls.length === 0 || asked.includes(callee)) throw new Unknown(`what ${nameOf(callee)} is called with`);
      return calls.flatMap((call) => {
        const given = this.argumentsOf(callee, call, new Map());
        return this.of(node, new Map([...env, ...given]), [...asked, callee]);
      });
    }
  }

  private forms(node: ts.Expression, env: Env): Forms {
    if (this.depth > DEEP) throw new Unknown(node);
    this.depth += 1;
    try {
      return this.read(bare(node), env).slice(0, FORMS);
    } finally {
      this.depth -= 1;
    }
  }

  private read(node: ts.Expression, env: Env): Forms {
    if (ts.isTaggedTemplateExpression(node)) return this.template(node.template, env);
    if (ts.isConditionalExpression(node)) return this.either([node.whenTrue, node.whenFalse], env);
    if (ts.isBinaryExpression(node)) return this.either([node.left, node.right], env);
    if (ts.isElementAccessExpression(node)) return this.element(node, env);
    if (ts.isCallExpression(node)) return this.called(node, env);
    if (ts.isIdentifier(node) && node.text === 'empty') return [''];
    const bound = this.bound(node, env);
    if (bound && 'forms' in bound) return bound.forms;
    if (bound && 'absent' in bound) throw new Absent(node);
    if (ts.isPropertyAccessExpression(node)) return this.anywhere(node.name.text, node);
    throw new Unknown(node);
  }

  /** Those of several that are fragments and were not left out. */
  private either(nodes: readonly ts.Expression[], env: Env): Forms {
    const found = nodes.filter((node) => this.isSql(node)).flatMap((node) => this.unlessAbsent(node, env));
    if (found.length === 0) throw new Absent(nodes[0] ?? '');
    return found;
  }

  private unlessAbsent(node: ts.Expression, env: Env): Forms {
    try {
      return this.forms(node, env);
    } catch (error) {
      if (error instanceof Absent) return [];
      throw error;
    }
  }

  private template(template: ts.TemplateLiteral, env: Env): Forms {
    if (ts.isNoSubstitutionTemplateLiteral(template)) return [template.text];
    let forms: Forms = [template.head.text];
    for (const span of template.templateSpans) {
      const piece = this.isSql(span.expression) ? this.forms(span.expression, env) : [VALUE];
      forms = side([forms, piece, [span.literal.text]], '');
    }
    return forms;
  }

  /** What a name or a path of names stands for. */
  private bound(node: ts.Expression, env: Env): Bound | undefined {
    const of = bare(node);
    if (ts.isPropertyAccessExpression(of)) {
      const within = this.bound(of.expression, env);
      if (within && 'fields' in within) return within.fields.get(of.name.text) ?? { absent: true };
      const symbol = this.checker.getSymbolAtLocation(of.name);
      return symbol && this.declared(this.target(symbol), env);
    }
    if (ts.isObjectLiteralExpression(of)) return { fields: this.fieldsOf(of, env) };
    if (ts.isCallExpression(of)) return this.answered(of, env);
    if (!ts.isIdentifier(of)) return undefined;
    const symbol = this.symbolOf(of);
    return env.get(symbol) ?? this.declared(symbol, env);
  }

  private declared(symbol: ts.Symbol, env: Env): Bound | undefined {
    const declaration = symbol.valueDeclaration;
    if (!declaration) return undefined;
    if (ts.isParameter(declaration)) throw new ByCaller(declaration.parent as ts.SignatureDeclaration);
    if (ts.isBindingElement(declaration)) return this.taken(declaration, env);
    if (ts.isShorthandPropertyAssignment(declaration)) {
      const value = this.checker.getShorthandAssignmentValueSymbol(declaration);
      return value && (env.get(value) ?? this.declared(value, env));
    }
    const isHeld =
      ts.isVariableDeclaration(declaration) ||
      ts.isPropertyDeclaration(declaration) ||
      ts.isPropertyAssignment(declaration);
    return isHeld && declaration.initializer ? this.valueOf(declaration.initializer, env) : undefined;
  }

  /** A name that was taken out of an object. */
  private taken(element: ts.BindingElement, env: Env): Bound | undefined {
    const owner = element.parent.parent;
    if (ts.isParameter(owner)) throw new ByCaller(owner.parent as ts.SignatureDeclaration);
    const name = (element.propertyName ?? element.name).getText();
    const whole = ts.isVariableDeclaration(owner) && owner.initializer && this.bound(owner.initializer, env);
    if (whole && 'fields' in whole) return whole.fields.get(name) ?? { absent: true };
    return { forms: this.anywhere(name, element) };
  }

  private valueOf(node: ts.Expression, env: Env): Bound {
    if (this.isSql(node)) return { forms: this.of(node, env) };
    const of = bare(node);
    if (ts.isStringLiteral(of)) return { forms: [VALUE], word: of.text };
    if (ts.isObjectLiteralExpression(of)) return { fields: this.fieldsOf(of, env) };
    const isNamed = ts.isIdentifier(of) || ts.isPropertyAccessExpression(of);
    return (isNamed && this.holdsSql(of) && this.bound(of, env)) || { forms: [VALUE] };
  }

  private fieldsOf(literal: ts.ObjectLiteralExpression, env: Env): Fields {
    const fields = new Map<string, Bound>();
    for (const property of literal.properties) {
      if (ts.isSpreadAssignment(property)) {
        const spread = this.bound(property.expression, env);
        if (spread && 'fields' in spread) for (const [name, value] of spread.fields) fields.set(name, value);
        continue;
      }
      const value = this.field(property, env);
      if (value) fields.set(property.name.getText(), value);
    }
    return fields;
  }

  private field(property: ts.ObjectLiteralElementLike, env: Env): Bound | undefined {
    if (ts.isPropertyAssignment(property)) return this.valueOf(property.initializer, env);
    if (!ts.isShorthandPropertyAssignment(property)) return undefined;
    if (!this.isSql(property.name)) return { forms: [VALUE] };
    const value = this.checker.getShorthandAssignmentValueSymbol(property);
    return value && (env.get(value) ?? this.declared(value, env));
  }

  /** Fragments that stand under this name in any object. */
  private anywhere(name: string, node: ts.Node): Forms {
    const here = this.calls.givenTo(name).filter((one) => this.isSql(one));
    if (here.length === 0) throw new Unknown(node);
    return [...new Set(here.flatMap((one) => this.of(one)))];
  }

  /** Any of a table of fragments. */
  private element(node: ts.ElementAccessExpression, env: Env): Forms {
    const table = this.bound(node.expression, env);
    if (!table || !('fields' in table)) throw new Unknown(node);
    return [...table.fields.values()].flatMap((one) => ('forms' in one ? one.forms : []));
  }

  private called(node: ts.CallExpression, env: Env): Forms {
    const [first, second] = node.arguments;
    const name = nameOfCallee(node);
    if (name === 'raw' && first) return this.words(first, env);
    if (name === 'prepared' && second) return this.forms(second, env);
    if (name === 'join' && first) return this.list(first, second ? (this.words(second, env)[0] ?? '') : ',', env);
    return this.functionsOf(node).flatMap((of) => {
      const inner = new Map([...env, ...this.argumentsOf(of, node, env)]);
      return answersOf(of).flatMap((answer) => this.unlessAbsent(answer, inner));
    });
  }

  /** The object that a call answers. */
  private answered(node: ts.CallExpression, env: Env): Bound | undefined {
    const of = this.checker.getResolvedSignature(node)?.declaration as ts.SignatureDeclaration | undefined;
    const [answer] = of ? answersOf(of) : [];
    return of && answer && this.bound(answer, new Map([...env, ...this.argumentsOf(of, node, env)]));
  }

  private functionsOf(node: ts.CallExpression): readonly ts.SignatureDeclaration[] {
    const of = this.checker.getResolvedSignature(node)?.declaration as ts.SignatureDeclaration | undefined;
    if (of && 'body' in of && of.body) return [of];
    const found = of ? this.calls.calledBackAs(of) : [];
    if (found.length === 0) throw new Unknown(node);
    return found;
  }

  /** What a call gives, by parameter. */
  private argumentsOf(of: ts.SignatureDeclaration, call: ts.CallExpression, env: Env): Env {
    const given = new Map<ts.Symbol, Bound>();
    of.parameters.forEach((parameter, at) => {
      const argument = call.arguments[at] ?? parameter.initializer;
      const value = argument && this.valueOf(argument, env);
      if (!value) return;
      if (!ts.isObjectBindingPattern(parameter.name)) return given.set(this.symbolOf(parameter.name), value);
      for (const element of parameter.name.elements) {
        const name = (element.propertyName ?? element.name).getText();
        given.set(
          this.symbolOf(element.name),
          'fields' in value ? (value.fields.get(name) ?? { absent: true }) : value,
        );
      }
    });
    return given;
  }

  /** An object with a fragment among its properties. */
  private holdsSql(node: ts.Expression): boolean {
    return this.checker
      .getTypeAtLocation(node)
      .getProperties()
      .some((property) =>
        /\bSql\b/.test(this.checker.typeToString(this.checker.getTypeOfSymbolAtLocation(property, node))),
      );
  }

  private list(node: ts.Expression, separator: string, env: Env): Forms {
    const of = bare(node);
    if (ts.isArrayLiteralExpression(of))
      return side(
        of.elements.map((one) => (this.isSql(one) ? this.forms(one, env) : [VALUE])),
        separator,
      );
    if (ts.isConditionalExpression(of))
      return [of.whenTrue, of.whenFalse].flatMap((one) => this.list(one, separator, env));
    const each = ts.isCallExpression(of) ? of.arguments[0] : undefined;
    if (ts.isCallExpression(of) && each && ts.isArrowFunction(each)) {
      const isFlat = nameOfCallee(of) === 'flatMap';
      const one = answersOf(each).flatMap((x) => (isFlat ? this.list(x, separator, env) : this.forms(x, env)));
      if (isFlat) return one.some(Boolean) ? one.filter(Boolean) : one;
      if (nameOfCallee(of) === 'map') return [...one, side([one, one], separator)[0] ?? ''];
    }
    const declaration = ts.isIdentifier(of) ? this.symbolOf(of).valueDeclaration : undefined;
    if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer)
      return this.list(declaration.initializer, separator, env);
    if (!/\bSql\b/.test(this.checker.typeToString(this.checker.getTypeAtLocation(of)))) return [VALUE];
    throw new Unknown(node);
  }

  /** Words of a closed list, by their type. */
  private words(node: ts.Expression, env: Env): Forms {
    const bound = ts.isIdentifier(node) && env.get(this.symbolOf(node));
    if (bound && 'word' in bound && bound.word !== undefined) return [bound.word];
    const type = this.checker.getTypeAtLocation(node);
    const types = type.isUnion() ? type.types : [type];
    if (types.every((one) => one.isStringLiteral())) return types.map((one) => (one as ts.StringLiteralType).value);
    throw new Unknown(node);
  }

  private symbolOf(node: ts.Node): ts.Symbol {
    const symbol = this.checker.getSymbolAtLocation(node);
    if (!symbol) throw new Unknown(node);
    return this.target(symbol);
  }

  private target(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }
}
