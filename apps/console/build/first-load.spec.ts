/** @jest-environment node */
/** What an officer on a slow line must fetch before the form to sign in stands, and the day, measured on a real production build. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let out = '';
let page = '';

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'console-'));
  execFileSync(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'apps/console/vite.config.ts',
      '--outDir',
      out,
      '--emptyOutDir',
      '--logLevel',
      'error',
    ],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
  page = readFileSync(join(out, 'index.html'), 'utf8');
}, 120_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** As it is sent: by brotli, save what is too small for it. */
function sent(file: string): number {
  for (const name of [`${file}.br`, file]) {
    try {
      return readFileSync(join(out, name)).length;
    } catch {}
  }
  throw new Error(`${file} is not there`);
}

const filesIn = (text: string) => [...text.matchAll(/\/console\/(assets\/[\w.-]+)/g)].map(([, file = '']) => file);
const kB = (files: readonly string[]) => files.reduce((sum, file) => sum + sent(file), 0) / 1000;
const bare = (files: readonly string[]) => files.map((file) => file.replace(/^assets\/|-[\w-]{8}(?=\.)/g, '')).sort();

/** What the page names for everybody; then in its head for the day, the form to sign in, English, and the overview above a commune. */
function named() {
  const always = filesIn(page.replace(/<script [^>]*>\(function[^]*?<\/script>/, ''));
  const lists = [...page.matchAll(/`( ?\/console\/assets\/[^`]*)`/g)].map(([, list = '']) => filesIn(list));
  const [day = [], signIn = [], english = [], overview = []] = lists;
  return { always, day, overview, signIn, english };
}

it('brings the form to sign in with at most 136 kB, and nothing of what lies behind it', () => {
  const { always, signIn } = named();
  expect(bare(always)).toEqual(['base.js', 'first.js', 'index.css', 'index.js', 'rolldown-runtime.js']);
  expect(bare(signIn)).toEqual(['account.vi.js', 'agency.vi.js', 'sign-in-page.js', 'sign-in.css', 'sign-in.js']);
  expect(kB([...always, ...signIn])).toBeGreaterThan(100);
  expect(kB([...always, ...signIn])).toBeLessThanOrEqual(136);
});

it('brings the day of whoever is signed in with at most 224 kB', () => {
  const { always, day, overview } = named();
  expect(bare(day)).toEqual(['day.css', 'day.js', 'day.vi.js', 'signed-in.js']);
  expect(kB([...always, ...new Set([...day, ...overview])])).toBeLessThanOrEqual(224);
});

it('names English only for those who read it', () => {
  expect(bare(named().english)).toEqual(['console.en.js']);
});

it('needs no file for a first screen that the head does not name', () => {
  const { always, day, overview, signIn } = named();
  for (const files of [
    [...always, ...signIn],
    [...always, ...day],
    [...always, ...day, ...overview],
  ]) {
    const imported = files
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => [
        ...readFileSync(join(out, file), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g),
      ])
      .map(([, name]) => `assets/${name}`);
    expect(imported.filter((file) => !files.includes(file))).toEqual([]);
  }
});
