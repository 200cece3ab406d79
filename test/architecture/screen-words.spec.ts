/**
 * A screen of the console loads its words with itself. Whoever uses a word that only another screen loads sees its id, or
 * not, depending on which screen was open before: this follows what each file loads and names every word out of reach.
 */
import { closureOf, everyWord, namedIn, type Screen, screensOf } from '../support/schema/screens.ts';

const screens = screensOf();
const MAIN = 'apps/console/main.tsx';
const roots = new Set([MAIN, ...[...screens.values()].flatMap(({ later }) => later)]);
/** Fetched as the console starts, before anybody can press anything. */
const ERRORS = 'apps/console/i18n/frame/error-words.ts';
const closures = new Map(
  [...roots].map((root) => [root, [...closureOf(screens, root), ...(root === MAIN ? closureOf(screens, ERRORS) : [])]]),
);
const all = everyWord();

const union = (of: readonly Screen[]) => new Set(of.flatMap(({ words }) => words));
/** What a root has: its own words, and those that are there whichever root loads it. */
function reach(): Map<string, Set<string>> {
  const has = new Map([...closures].map(([root, files]) => [root, root === MAIN ? union(files) : new Set(all)]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const [root, files] of closures) {
      const from = [...closures].filter(([, loaded]) => loaded.some(({ later }) => later.includes(root)));
      const before = from.map(([other]) => has.get(other) ?? new Set<string>());
      const common = [...(before[0] ?? [])].filter((id) => before.every((ids) => ids.has(id)));
      const next = new Set([...union(files), ...common]);
      if (next.size !== has.get(root)?.size) moved = has.set(root, next).size > 0;
    }
  }
  return has;
}

/** Of a file of another screen only a part may be used, with words of its own: that one is looked at with its own screen. */
const belongs = (file: string, root: string): boolean => {
  const [, folder = ''] = /^(apps\/console\/pages\/[\w-]+\/)/.exec(file) ?? [];
  return !folder || root === MAIN || root.startsWith(folder);
};

/** Ids written out, and the beginnings of those made of parts. */
const idsIn = (text: string): string[] =>
  [...text.matchAll(/['"]([a-zA-Z][\w-]*(?:\.[\w-]+)+)['"]/g)].flatMap(([, id = '']) => (all.has(id) ? [id] : []));
const beginningsIn = (text: string): string[] =>
  [...text.matchAll(/`([a-zA-Z][\w-]*\.(?:[\w-]+\.)*)\$\{/g)].map(([, id = '']) => id);

it('finds the screens and their words', () => {
  expect(roots.size).toBeGreaterThan(40);
  expect(all.size).toBeGreaterThan(2_000);
});

it('uses no word that is not loaded with it', () => {
  const missing = new Set<string>();
  for (const [root, has] of reach())
    for (const { file, text } of closures.get(root) ?? []) {
      if (!belongs(file, root)) continue;
      for (const id of idsIn(text)) if (!has.has(id)) missing.add(`${file}: ${id} (${root})`);
      for (const begin of beginningsIn(text)) {
        const made = [...all].filter((id) => id.startsWith(begin));
        if (made.length > 0 && !made.some((id) => has.has(id))) missing.add(`${file}: ${begin}… (${root})`);
      }
    }
  expect([...missing]).toEqual([]);
});

it('brings the words of every button that help names', () => {
  const has = new Set([
    ...union(closureOf(screens, MAIN)),
    ...union(closureOf(screens, 'apps/console/i18n/frame/help-words.ts')),
  ]);
  const named = namedIn('console/frame/help.vi');
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((id) => !has.has(id))).toEqual([]);
});
