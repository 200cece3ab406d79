/** The console's files as text: what each loads at once, what it loads later, and which words come with it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CONSOLE = 'apps/console';

export interface Screen {
  file: string;
  text: string;
  now: string[];
  later: string[];
  /** Ids of the catalogues that it names. */
  words: string[];
}

const keysOf = (catalogue: string): string[] =>
  [...readFileSync(`${ROOT}libs/i18n/${catalogue}.ts`, 'utf8').matchAll(/^ {2}(?:'([\w.-]+)'|(\w+)):/gm)].map(
    ([, quoted, plain]) => (quoted ?? plain) as string,
  );

/** A catalogue that only spreads others counts as these. */
function wordsOf(catalogue: string): string[] {
  const text = readFileSync(`${ROOT}libs/i18n/${catalogue}.ts`, 'utf8');
  const others = [...text.matchAll(/^import \{.*\} from '\.\/([\w/.-]+\.vi)\.ts'/gm)].map(([, name = '']) => name);
  const folder = path.posix.dirname(catalogue);
  return [...keysOf(catalogue), ...others.flatMap((name) => wordsOf(path.posix.join(folder, name)))];
}

function read(file: string): Screen {
  const text = readFileSync(`${ROOT}${file}`, 'utf8');
  const folder = path.posix.dirname(file);
  const of = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, to = '']) => path.posix.join(folder, to));
  return {
    file,
    text,
    now: of(/^(?:import|export) (?!type)(?:[^;']*? from )?'(\.[^']+\.tsx?)'/gm),
    later: of(/import\('(\.[^']+)'\)/g),
    words: [...text.matchAll(/^import \{[^}]*\} from '#i18n\/([\w/.-]+\.vi)'/gm)].flatMap(([, name = '']) =>
      wordsOf(name),
    ),
  };
}

/** Ids of every catalogue of the console, loaded by somebody or not. */
export function everyWord(): Set<string> {
  const files = readdirSync(`${ROOT}libs/i18n/console`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.vi.ts'),
  );
  return new Set(files.flatMap((file) => keysOf(`console/${file.replace(/\.ts$/, '')}`)));
}

export function screensOf(): Map<string, Screen> {
  const files = readdirSync(`${ROOT}${CONSOLE}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${CONSOLE}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$|\.d\.ts$/.test(file));
  return new Map(files.map((file) => [file, read(file)]));
}

/** What is there as soon as a file is. */
export function closureOf(screens: ReadonlyMap<string, Screen>, root: string): Screen[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    const screen = screens.get(file);
    if (!screen || seen.has(file)) return;
    seen.add(file);
    for (const next of screen.now) visit(next);
  };
  visit(root);
  return [...seen].flatMap((file) => screens.get(file) ?? []);
}

/** The words of buttons that a text names as "[[units.close]]". */
export const namedIn = (catalogue: string): string[] =>
  [...readFileSync(`${ROOT}libs/i18n/${catalogue}.ts`, 'utf8').matchAll(/\[\[(\w+\.[\w.-]+)\]\]/g)].map(
    ([, id = '']) => id,
  );
