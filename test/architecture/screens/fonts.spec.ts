/** Text that the shipped fonts do not hold takes a machine's own: wider here than there, or a box. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { signsOfTrueType, signsOfWoff2 } from '../../support/fonts/signs-of-font.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const shipped = (name: string) => signsOfWoff2(readFileSync(`${root}apps/console/fonts/${name}.woff2`));

const sources = (folder: string, kind = /(?<!\.spec)\.tsx?$/): string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => kind.test(path))
    .map((path) => `${folder}/${path}`);

/** Comments are read by nobody but us; addresses keep their slashes. */
const shown = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

/** What is read, not shown: letters that people type for others. */
const typed = new Set(['libs/i18n/fold.ts']);

function missing(paths: readonly string[], fonts: readonly ReadonlySet<number>[]): string[] {
  const found = new Map<string, string>();
  for (const path of paths.filter((one) => !typed.has(one)))
    for (const sign of shown(readFileSync(`${root}${path}`, 'utf8')).normalize('NFC'))
      if (sign > '\u007e' && fonts.some((font) => !font.has(sign.codePointAt(0) as number))) found.set(sign, path);
  return [...found].map(([sign, path]) => `${sign} U+${sign.codePointAt(0)?.toString(16)} ${path}`);
}

it('hold every sign that a page of the console shows, in both weights', () => {
  const held = [400, 600].map(
    (weight) => new Set([...shipped(`be-vietnam-pro-${weight}`), ...shipped(`inter-signs-${weight}`)]),
  );
  expect(
    missing(
      ['apps/console', 'libs/i18n', 'libs/contracts'].flatMap((folder) => sources(folder)),
      held,
    ),
  ).toEqual([]);
});

it('hold the signs of numbers, in both weights', () => {
  for (const weight of [400, 600])
    for (const sign of '0123456789.,%+–−-/:•') expect(shipped(`inter-digits-${weight}`)).toContain(sign.codePointAt(0));
});

it('hold every sign that a printed document shows', () => {
  const faces = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json');
  const tinos = ['400Regular', '700Bold'].map((name) =>
    signsOfTrueType(readFileSync(faces.replace('package.json', `${name}/Tinos_${name}.ttf`))),
  );
  const documents = [...sources('libs/i18n/server'), ...sources('libs/documents', /\.typ$/)];
  expect(missing(documents, tinos)).toEqual([]);
});
