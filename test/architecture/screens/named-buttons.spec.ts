/** What a hint tells people to press stands on a screen, in these very words. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { namedIn } from '../../support/schema/screens.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const filesIn = (folder: string, kind: RegExp): string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => kind.test(path))
    .map((path) => `${folder}/${path}`);
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

const code = filesIn('apps/console', /(?<!\.spec)\.tsx?$/)
  .filter((path) => !/console\/(i18n|help)\//.test(path))
  .map(read)
  .join('\n');
const beginnings = [...code.matchAll(/`([a-zA-Z][\w-]*\.(?:[\w-]+\.)*)\$\{/g)].map(([, begin = '']) => begin);

interface Word {
  id: string;
  text: string;
}
const wordsIn = (path: string): Word[] =>
  [...read(path).matchAll(/'([\w.-]+)':\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)")/g)].map(([, id = '', one, two]) => ({
    id,
    text: one ?? two ?? '',
  }));
const words = ['libs/i18n/console', 'libs/i18n/words', 'libs/i18n/mini-app']
  .flatMap((folder) => filesIn(folder, /\.vi\.ts$/))
  .concat('libs/i18n/console.vi.ts', 'libs/i18n/mini-app.vi.ts')
  .flatMap(wordsIn);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Whatever a word may become once its values are in; one that is nothing but a value is none. */
const shown = words
  .map(({ text }) =>
    text
      .split(/\{\w+(?:\|[^}]*)?\}/)
      .map(escaped)
      .join('.*'),
  )
  .filter((pattern) => pattern.length > 2 && !pattern.startsWith('.*'))
  .map((pattern) => new RegExp(`^${pattern}$`, 'i'));

it('is used by a screen, where help names it by its id', () => {
  const named = namedIn('console/frame/help.vi');
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((id) => !code.includes(`'${id}'`) && !beginnings.some((begin) => id.startsWith(begin)))).toEqual(
    [],
  );
});

it('is a word of a screen, where a sentence quotes it', () => {
  const quoted = words.flatMap(({ id, text }) =>
    [...text.matchAll(/(?:[Bb]ấm|[Mm]ở|[Cc]họn|nút|mục)(?: nút| mục)? “([^”{]+)”/g)].map(([, name = '']) => ({
      id,
      name,
    })),
  );
  expect(quoted.length).toBeGreaterThan(15);
  expect(quoted.filter(({ name }) => !shown.some((pattern) => pattern.test(name)))).toEqual([]);
});

it('is spelt one way: the mark stands where the document has it', () => {
  const other = /(?<!\p{L})(?:luỹ|khoẻ|hoá|xoá|thuỷ|uỷ|tuỳ|khoá|toà|hoà|loã|quí)(?!\p{L})/iu;
  expect(words.filter(({ text }) => other.test(text)).map(({ id }) => id)).toEqual([]);
});
