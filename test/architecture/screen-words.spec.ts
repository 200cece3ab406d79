/**
 * A screen of the console loads its words with itself: whoever opens it names their catalogues. Where one is missing the id is
 * seen instead of the word, or not, depending on which screen was open before; this follows what each file loads and names
 * every word out of reach, and every catalogue that is named for nothing. (That a word exists at all, the compiler says.)
 */
import { actions } from '#contracts/actions';
import { closureOf, namedIn, type Screen, screensOf, wordsByCatalogue } from '../support/schema/screens.ts';

const MAIN = 'apps/console/main.tsx';
const HELP = 'apps/console/help/help-panel.tsx';
const screens = screensOf();
const roots = new Set([MAIN, ...[...screens.values()].flatMap(({ later }) => later.map(({ file }) => file))]);
const closures = new Map([...roots].map((root) => [root, closureOf(screens, root)]));
const words = await wordsByCatalogue();
const all = new Set([...words.values()].flatMap((ids) => [...ids]));
const idsOf = (names: readonly string[]) => new Set(names.flatMap((name) => [...(words.get(name) ?? [])]));

/** Where a part is opened from: the screen that holds the file, and what the file names for it. */
const openings = (root: string) =>
  [...closures].flatMap(([from, files]) =>
    files.flatMap(({ later }) =>
      later.filter(({ file }) => file === root).map((part) => ({ from, words: part.words })),
    ),
  );

/** What a root has whoever opens it: what is named for it, and what was there before. */
function reach(): Map<string, ReadonlySet<string>> {
  const start = idsOf(['frame', ...(closures.get(MAIN) ?? []).flatMap((screen) => screen.words)]);
  const has = new Map([...roots].map((root) => [root, root === MAIN ? start : all]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const root of roots) {
      if (root === MAIN) continue;
      const [first = all, ...others] = openings(root).map(
        (opening) => new Set([...idsOf(opening.words), ...(has.get(opening.from) ?? [])]),
      );
      const common = new Set([...first].filter((id) => others.every((ids) => ids.has(id))));
      if (common.size !== has.get(root)?.size) moved = has.set(root, common).size > 0;
    }
  }
  return has;
}

/** Ids written out; one that is the name of a right too is a word where it is given to `t`. */
const idsIn = (text: string): string[] =>
  [...text.matchAll(/(t\(\s*)?['"]([a-zA-Z][\w-]*(?:\.[\w-]+)+)['"]/g)].flatMap(([, said, id = '']) =>
    all.has(id) && (said || !(id in actions)) ? [id] : [],
  );

/** Ids made of parts: for each place all that may be meant, by how they begin and end. */
const madeIn = (text: string): { begin: string; ids: string[] }[] =>
  [...text.matchAll(/`([a-zA-Z][\w-]*\.[\w.-]*)\$\{[^`]*?([\w.-]*)`/g)].flatMap(([, begin = '', end = '']) => {
    const ids = [...all].filter((id) => id.startsWith(begin) && id.endsWith(end));
    return ids.length > 0 ? [{ begin, ids }] : [];
  });

const used = (files: readonly Screen[]) =>
  new Set(files.flatMap(({ text }) => [...idsIn(text), ...madeIn(text).flatMap(({ ids }) => ids)]));

it('finds the screens and their words', () => {
  expect(roots.size).toBeGreaterThan(80);
  expect(all.size).toBeGreaterThan(4_000);
});

it('uses no word that is not loaded with it', () => {
  const missing = new Set<string>();
  for (const [root, has] of reach())
    for (const { file, text } of closures.get(root) ?? []) {
      for (const id of idsIn(text)) if (!has.has(id)) missing.add(`${file}: ${id} (${root})`);
      for (const { begin, ids } of madeIn(text))
        if (!ids.some((id) => has.has(id))) missing.add(`${file}: ${begin}… (${root})`);
    }
  expect([...missing]).toEqual([]);
});

it('names no catalogue of which it uses nothing', () => {
  const idle = [...screens.values()].flatMap(({ file, later }) =>
    later.flatMap((part) => {
      const ids = used(closures.get(part.file) ?? []);
      if (part.file === HELP) for (const id of namedIn('console/frame/help.vi')) ids.add(id);
      return part.words
        .filter((name) => ![...(words.get(name) ?? [])].some((id) => ids.has(id)))
        .map((name) => `${file}: ${name} for ${part.file}`);
    }),
  );
  expect(idle).toEqual([]);
});

it('brings the words of every button that help names', () => {
  const has = reach().get(HELP);
  const named = namedIn('console/frame/help.vi');
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((id) => !has?.has(id))).toEqual([]);
});

it('loads what comes later with its words', () => {
  const bare = [...screens.values()].filter(
    ({ file, text }) =>
      !/^apps\/console\/i18n\/(?:page|screens)\.ts$/.test(file) && /\blazy(?:RouteComponent)?\(/.test(text),
  );
  expect(bare.map(({ file }) => file)).toEqual([]);
});
