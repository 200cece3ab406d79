/** Whatever looks like a link opens something: a finger and a mouse find no handler of the table behind a word that is none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../apps/', import.meta.url));
/** What the style sheets draw as one. */
const looks = new Set(['link', 'strong-link', 'quiet-link']);
/** Of each tag what makes it one. */
const opens: Record<string, readonly string[]> = {
  a: ['href'],
  button: ['onClick', 'type', 'popovertarget'],
  Link: ['to', 'href'],
};

/** "path:line <tag>" of what looks like a link and is none. */
function deadLinks(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const tag = node.tagName.getText(file);
      const props = node.attributes.properties.flatMap((one) =>
        ts.isJsxAttribute(one) ? [[one.name.getText(file), one.initializer?.getText(file) ?? ''] as const] : [],
      );
      const spreads = node.attributes.properties.some(ts.isJsxSpreadAttribute);
      const words = props.flatMap(([name, value]) => (/^class(Name)?$/.test(name) ? value.split(/[^\w-]+/) : []));
      const names = props.map(([name]) => name);
      const isOne = spreads || opens[tag]?.some((name) => names.includes(name));
      if (words.some((word) => looks.has(word)) && !isOne)
        found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1} <${tag}>`);
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.tsx') && !path.endsWith('.spec.tsx'),
);

it('is one in every screen of both apps', () => {
  expect(paths.length).toBeGreaterThan(400);
  expect(paths.flatMap((path) => deadLinks(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
});

it.each([
  ['<span className="link">Mở</span>', ['a.tsx:1 <span>']],
  ['<b className={isLate ? "strong-link late" : "muted"}>Mở</b>', ['a.tsx:1 <b>']],
  ['<a class="link">Mở</a>', ['a.tsx:1 <a>']],
  ['<button type="button" className="link" onClick={open}>Mở</button>', []],
  ['<Link className="link" to="/reforms">Mở</Link>', []],
  ['<span className="link-card">Mở</span>', []],
])('sees it: %s', (text, found) => expect(deadLinks('a.tsx', text)).toEqual(found));
