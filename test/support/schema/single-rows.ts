/**
 * Statements in src that write or read one row as the EntityManager would: an insert of given values, an update, a delete or a
 * find of plain columns by the whole key of one table. What the ORM has no word for is SQL's: sets, joins, locks, values that the
 * database computes, `on conflict`, `returning`, and a condition beside the key, which asks and acts in one.
 */
import ts from 'typescript';
import type { Source } from './sources.ts';

export interface SingleRow {
  file: string;
  line: number;
  kind: 'insert' | 'update' | 'delete' | 'find';
  table: string;
}

/** Of each table the columns of its key. */
export type Keys = ReadonlyMap<string, readonly string[]>;

const VALUE = String.raw`(?:\$|'[^']*'|true|false|null|-?\d+)`;
const GIVEN = String.raw`(?:${VALUE}|daterange\( ?${VALUE}(?:, ?${VALUE}){1,2} ?\))`;
const TABLE = String.raw`(\w+)(?: (?!set|where)(?:as )?\w+)?`;
const INSERT = new RegExp(String.raw`^insert into ${TABLE} ?\([\w, ]+\) values ?\( ?${GIVEN}(?:, ?${GIVEN})* ?\)$`);
const UPDATE = new RegExp(String.raw`^update ${TABLE} set \w+ = ${GIVEN}(?:, ?\w+ = ${GIVEN})* where (.+)$`);
const DELETE = new RegExp(String.raw`^delete from ${TABLE} where (.+)$`);
const FIND = new RegExp(String.raw`^select (.+?) from ${TABLE} where (.+)$`);
/** A column, a day as text, or only whether the row is there. */
const PLAIN = /^(?:1|\w+(?:::text)?(?: (?:as )?"?\w+"?)?)$/;

/** @param entities the sources of `*.entity.ts` */
export function keysOf(entities: readonly Source[]): Keys {
  const classes = entities.flatMap(({ text }) => text.split(/(?=@Entity\(')/).slice(1));
  return new Map(
    classes.map((text) => [
      /@Entity\('(\w+)'/.exec(text)?.[1] ?? '',
      [...text.matchAll(/@PrimaryColumn\((?:[^()]|\([^()]*\))*\)\s+(?:readonly )?(\w+)!/g)].map(([, name = '']) =>
        name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase(),
      ),
    ]),
  );
}

export function singleRowsIn({ file, text }: Source, keys: Keys): SingleRow[] {
  if (!text.includes('sql`')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const fragments = fragmentsOf(source);
  const found: SingleRow[] = [];
  const visit = (node: ts.Node): void => {
    const template = templateOf(node);
    const of = template && kindOf(plain(wholeText(template, fragments)), keys);
    if (of) found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, ...of });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function kindOf(statement: string, keys: Keys): Pick<SingleRow, 'kind' | 'table'> | undefined {
  const inserted = INSERT.exec(statement)?.[1];
  if (inserted) return { kind: 'insert', table: inserted };
  const [, updated = '', ofUpdate = ''] = UPDATE.exec(statement) ?? [];
  if (isKey(ofUpdate, keys.get(updated))) return { kind: 'update', table: updated };
  const [, deleted = '', ofDelete = ''] = DELETE.exec(statement) ?? [];
  if (isKey(ofDelete, keys.get(deleted))) return { kind: 'delete', table: deleted };
  const [, columns = '', read = '', ofFind = ''] = FIND.exec(statement) ?? [];
  if (isKey(ofFind, keys.get(read)) && columns.split(/, ?/).every((one) => PLAIN.test(one)))
    return { kind: 'find', table: read };
  return undefined;
}

function isKey(condition: string, key: readonly string[] | undefined): boolean {
  const wanted = key?.map((column) => `${column} = $`).toSorted();
  return wanted !== undefined && condition.split(' and ').toSorted().join() === wanted.join();
}

/** One line, `$` for each value, without the casts of values and the aliases of tables. */
function plain(statement: string): string {
  return statement
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\$::\w+(?:\[\])?/g, '$')
    .replace(/\b[a-z]\.(?=\w)/g, '');
}

function templateOf(node: ts.Node): ts.TemplateLiteral | undefined {
  const isTagged = ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'sql';
  return isTagged ? node.template : undefined;
}

type Fragments = ReadonlyMap<string, ts.TemplateLiteral>;

/** Fragments with a name: `const columns = sql`...``. */
function fragmentsOf(source: ts.SourceFile): Fragments {
  const found = new Map<string, ts.TemplateLiteral>();
  const visit = (node: ts.Node): void => {
    const template = ts.isVariableDeclaration(node) && node.initializer && templateOf(node.initializer);
    if (template && ts.isIdentifier(node.name)) found.set(node.name.text, template);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function wholeText(template: ts.TemplateLiteral, fragments: Fragments): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const parts = template.templateSpans.map(({ expression, literal }) => {
    const inner = ts.isIdentifier(expression) ? fragments.get(expression.text) : templateOf(expression);
    return (inner ? wholeText(inner, fragments) : '$') + literal.text;
  });
  return template.head.text + parts.join('');
}
