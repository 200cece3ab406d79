/** The console's files as text: what each loads at once, what it loads later, and which words it names for that. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { consoleVi } from '#i18n/console.vi';
import { catalogues } from '#i18n/console/catalogues';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CONSOLE = 'apps/console';

/** What is loaded when it is asked for, with the names of the catalogues that come with it. */
export interface Part {
  file: string;
  words: string[];
}

export interface Screen {
  file: string;
  text: string;
  now: string[];
  later: Part[];
  /** Catalogues that it fetches as it starts. */
  words: string[];
}

const namesIn = (list: string): string[] => [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);

function read(file: string): Screen {
  const text = readFileSync(`${ROOT}${file}`, 'utf8');
  const folder = path.posix.dirname(file);
  const found = (pattern: RegExp) => [...text.matchAll(pattern)];
  const now = found(/^(?:import|export) (?!type)(?:[^;']*? from )?'(\.[^']+\.tsx?)'/gm);
  const later = found(/import\('(\.[^']+)'\)(?:,\s*'\w+')?(?:,\s*\[([^\]]*)\])?/g);
  return {
    file,
    text,
    now: now.map(([, to = '']) => path.posix.join(folder, to)),
    later: later.map(([, to = '', list = '']) => ({ file: path.posix.join(folder, to), words: namesIn(list) })),
    words: found(/loadWords\(\[([^\]]*)\]\)/g).flatMap(([, list = '']) => namesIn(list)),
  };
}

/** Ids of the words of each catalogue by its name; those of the frame, which are always there, as "frame". */
export async function wordsByCatalogue(): Promise<Map<string, ReadonlySet<string>>> {
  const loaded = await Promise.all(
    Object.entries(catalogues).map(async ([name, load]) => {
      const ids = Object.values(await load()).flatMap((words) => Object.keys(words));
      return [name, new Set(ids)] as const;
    }),
  );
  return new Map([['frame', new Set(Object.keys(consoleVi))], ...loaded]);
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
