/**
 * A page's style sheet stays loaded when another page is opened: what it says of elements that are not its own changes how
 * that one looks, or does not, by the way an officer came. So each of its selectors names a class or an id of its own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../apps/console/', import.meta.url));
/** Loaded before anything is shown, and meant for all pages. */
const FOR_ALL = /^(frame\/frame|ui\/kit|fonts\/fonts|mantine)\.css$/;

/** Selectors of a sheet, each of a list by itself; steps of keyframes are none. */
function selectorsOf(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...plain.matchAll(/([^{};]+)\{/g)]
    .map(([, list = '']) => list.trim())
    .filter((list) => !list.startsWith('@'))
    .flatMap((list) => list.split(/,(?![^(]*\))/))
    .map((selector) => selector.trim().replace(/\s+/g, ' '));
}

const namesIn = (selector: string): string[] => selector.match(/[.#][a-zA-Z][\w-]*/g) ?? [];

interface Sheet {
  path: string;
  /** Sheets of one page stand in one folder and below it. */
  page: string;
  selectors: string[];
}

const sheetOf = (path: string, css: string): Sheet => ({
  path,
  page: /^pages\/[^/]+/.exec(path)?.[0] ?? dirname(path),
  selectors: FOR_ALL.test(path) ? [] : selectorsOf(css),
});

/**
 * What a sheet says of elements that may be another page's, one line each. A name is a page's own when no other page's sheet
 * speaks of it by itself; beside a name of its own a sheet may speak of any.
 */
function foreign(sheets: readonly Sheet[]): string[] {
  const named = new Map<string, Set<string>>();
  const spoken = new Map<string, Set<string>>();
  const add = (to: typeof named, name: string, page: string) => to.set(name, (to.get(name) ?? new Set()).add(page));
  const own = (selector: string) => namesIn(selector).filter((name) => !generalNames.has(name));
  const alone = (selector: string) => !own(selector).some((name) => named.get(name)?.size === 1);
  for (const { page, selectors } of sheets) for (const name of selectors.flatMap(own)) add(named, name, page);
  for (const { page, selectors } of sheets)
    for (const name of selectors.filter(alone).flatMap(own)) add(spoken, name, page);
  return sheets.flatMap(({ path, selectors }) =>
    selectors
      .filter((selector) => alone(selector) && !own(selector).some((name) => spoken.get(name)?.size === 1))
      .map((selector) => `${path}: ${selector}`),
  );
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));
const general = paths.filter((path) => FOR_ALL.test(path));
const generalNames = new Set(general.flatMap((path) => selectorsOf(read(path)).flatMap(namesIn)));

it('finds what would change another page', () => {
  const one = sheetOf(
    'pages/one/one.css',
    '.one [data-x], [data-x] { } @media print { .dt-table th { } .both { } .mine { } }',
  );
  const other = sheetOf('pages/other/parts/other.css', '.other > :is(.a, .mine), .both { } @keyframes k { 0% { } }');
  expect(foreign([one, other])).toEqual([
    'pages/one/one.css: [data-x]',
    'pages/one/one.css: .dt-table th',
    'pages/one/one.css: .both',
    'pages/other/parts/other.css: .both',
  ]);
});

it('each sheet of a page speaks of that page alone', () => {
  expect(general).toHaveLength(4);
  expect(paths.length).toBeGreaterThan(50);
  expect(foreign(paths.map((path) => sheetOf(path, read(path))))).toEqual([]);
});

it("each class and id of a page's sheet stands in the console", () => {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.spec)\.tsx?$/.test(path))
    .map(read);
  const text = sources.join('\n');
  const words = new Set(text.match(/[a-zA-Z][\w-]*/g));
  // A class that ends with a state: `data-req-${tone}`.
  const beginnings = [...text.matchAll(/([a-z][\w-]*-)\$\{/g)].map(([, beginning = '']) => beginning);
  const stands = (name: string) => words.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
  const isOurs = (name: string) => !name.startsWith('.mantine-');
  const named = paths.flatMap((path) =>
    sheetOf(path, read(path))
      .selectors.flatMap(namesIn)
      .filter(isOurs)
      .map((name) => `${path}: ${name}`),
  );
  expect(named.length).toBeGreaterThan(500);
  expect(named.filter((line) => !stands(/[.#]([\w-]+)$/.exec(line)?.[1] ?? ''))).toEqual([]);
});

it('each colour and measure that is used is one that there is', () => {
  const tokens = readFileSync(join(root, '../../libs/tokens/console.css'), 'utf8');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.spec)\.(tsx?|css)$/.test(path))
    .map((path) => ({ path, text: read(path) }));
  const defined = new Set(
    [tokens, ...sources.map(({ text }) => text)]
      .flatMap((text) => [...text.matchAll(/(--[a-zA-Z][\w-]*)['"`]?\]?\s*:/g)])
      .map(([, name]) => name),
  );
  const used = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/var\((--[a-zA-Z][\w-]*)\s*\)/g)].map(([, name = '']) => ({ path, name })),
  );
  expect(used.length).toBeGreaterThan(300);
  // Mantine brings its own.
  const unknown = used.filter(({ name }) => !defined.has(name) && !name.startsWith('--mantine-'));
  expect(unknown.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});
