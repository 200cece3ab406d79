/** @jest-environment node */
/** What a phone on slow 3G must fetch before the list stands, measured on a real production build. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const KB = 1024;
let out = '';
let page = '';
let chunks: Map<string, string>;

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'mini-app-'));
  execFileSync(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'apps/mini-app/vite.config.ts',
      '--outDir',
      out,
      '--emptyOutDir',
      '--logLevel',
      'error',
    ],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
  page = readFileSync(join(out, 'index.html'), 'utf8');
  chunks = new Map(
    readdirSync(join(out, 'assets'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readFileSync(join(out, 'assets', name), 'utf8')]),
  );
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const gzip = (text: string) => gzipSync(text, { level: 9 }).length;
const brotli = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const inPage = () => [...page.matchAll(/(?:src|href)="\.\/assets\/([^"]+)"/g)].map((match) => match[1] ?? '');

const importsOf = (name: string) =>
  [...(chunks.get(name) ?? '').matchAll(/(?:^|[;}])import\s*(?:[^'"()]*from)?\s*["']\.\/([^"']+)["']/g)].map(
    (match) => match[1] ?? '',
  );

/** Chunks that the page's own script imports at once, and theirs. */
function firstChunks(): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    importsOf(name).forEach(visit);
  };
  inPage().forEach(visit);
  return [...found];
}

it('is one script in one page, at most 26 kB gzipped and 24 kB by brotli', () => {
  expect(firstChunks()).toHaveLength(1);
  const sum = (packed: (text: string) => number) =>
    [page, ...firstChunks().map((name) => chunks.get(name) ?? '')].reduce((bytes, text) => bytes + packed(text), 0);
  expect(sum(gzip)).toBeGreaterThan(15_000);
  expect(sum(gzip)).toBeLessThanOrEqual(26_000);
  expect(sum(brotli)).toBeLessThanOrEqual(24_000);
});

it('brings what a link to another screen needs beside the first script, and what an invite needs', () => {
  const named = /\?`(assets\/door[^`]+)`:`([^`]+)`/.exec(page)?.slice(1) ?? [];
  const [invite = [], others = []] = named.map((list) => list.split(' '));
  const bare = (names: string[]) => names.map((name) => name.replace(/^assets\/|-[\w-]{8}\.js$/g, ''));
  expect(bare(invite)).toEqual(['door', 'later']);
  expect(bare(others)).toEqual(['routes', 'later', 'more-words', 'queue-words']);
  expect([...invite, ...others].filter((name) => !chunks.has(name.replace('assets/', '')))).toEqual([]);
});

it('opens an invite by three scripts and a page, at most 40 kB gzipped', () => {
  const wanted = new Set(firstChunks());
  const visit = (name: string) => {
    if (wanted.has(name)) return;
    wanted.add(name);
    importsOf(name).forEach(visit);
  };
  [...chunks.keys()].filter((name) => name.startsWith('door-')).forEach(visit);
  expect(wanted.size).toBe(3);
  const sum = [page, ...[...wanted].map((name) => chunks.get(name) ?? '')].reduce((n, text) => n + gzip(text), 0);
  expect(sum).toBeLessThanOrEqual(40_000);
});

it('installs few files: no English, no host, no reader of codes', () => {
  const [, keep = '', onDemand = ''] =
    /F=S\("([^"]+)"\).*D=S\("([^"]+)"\)/.exec(readFileSync(join(out, 'sw.js'), 'utf8')) ?? [];
  const bare = (names: string) => names.split(' ').map((name) => name.replace(/-[\w-]{8}$/, ''));
  expect(bare(onDemand).filter((name) => !/\.en$/.test(name))).toEqual(['decode', 'find', 'hosted', 'telegram-host']);
  expect(bare(keep).filter((name) => /\.en$/.test(name))).toEqual([]);
  expect(bare(keep).length + bare(onDemand).length).toBe(chunks.size);
  expect(bare(keep).length).toBeLessThanOrEqual(34);
  const sum = keep.split(' ').reduce((n, name) => n + gzip(chunks.get(`${name}.js`) ?? ''), 0);
  expect(sum).toBeLessThanOrEqual(190_000);
});

it('keeps the page with its styles within 5 KB and asks for no separate style sheet', () => {
  expect(gzip(page)).toBeLessThanOrEqual(5 * KB);
  expect(page).toContain('<style>');
  expect(page).not.toContain('rel="stylesheet"');
});

const isTelegram = (name: string) => name.startsWith('telegram-host');
/** Reads QR codes from a camera's picture where the phone has no reader of its own. */
const isReader = (name: string) => name.startsWith('decode');

it('keeps every screen that loads later within 8 KB', () => {
  const first = firstChunks();
  const later = [...chunks].filter(([name]) => !first.includes(name) && !isTelegram(name) && !isReader(name));
  expect(later.filter(([, code]) => gzip(code) > 8 * KB).map(([name]) => name)).toEqual([]);
});

it('keeps the reader of QR codes within 14 KB in a chunk of its own, and training out of the first screen', () => {
  const reader = [...chunks].filter(([name]) => isReader(name));
  expect(reader).toHaveLength(1);
  expect(gzip(reader[0]?.[1] ?? '')).toBeLessThanOrEqual(14 * KB);
  const first = firstChunks().map((name) => chunks.get(name) ?? '');
  expect(first.filter((code) => /TSM1|TSD1|date-block\.tint|Điểm danh lớp/.test(code))).toEqual([]);
});

it('fetches what finds faces with the first photo only: not with a screen, not ahead, nowhere twice', () => {
  const [weights = '', ...more] = readdirSync(join(out, 'assets')).filter((name) => name.endsWith('.bin'));
  expect(more).toEqual([]);
  expect(readFileSync(join(out, 'assets', `${weights}.gz`)).length).toBeLessThanOrEqual(160_000);
  expect(readFileSync(join(out, 'sw.js'), 'utf8')).not.toContain('.bin');
  const naming = (text: string) => [...chunks].filter(([, code]) => code.includes(text)).map(([name]) => name);
  const [finder = '', ...others] = naming(weights);
  expect(others).toEqual([]);
  const [look = '', ...elsewhere] = naming(finder);
  expect(elsewhere).toEqual([]);
  expect(look).toMatch(/^photo-check-/);
  expect(chunks.get(look)).toMatch(new RegExp(`import\\(.\\./${finder}`));
});

it("keeps Telegram's bridge within 18 KB in a chunk of its own, and Zalo's out", () => {
  const telegram = [...chunks].filter(([name]) => isTelegram(name));
  expect(telegram).toHaveLength(1);
  expect(gzip(telegram[0]?.[1] ?? '')).toBeLessThanOrEqual(18 * KB);
  expect(firstChunks().some(isTelegram)).toBe(false);
  expect([...chunks.values()].join('')).not.toMatch(/ZaloJavaScriptInterface|zaloapp\.com/);
});

it('brings no schema library and asks no foreign host', () => {
  // The bridge names the origin that it posts messages to, and a page in an error's text; it loads nothing from either.
  const all = [page, ...[...chunks].filter(([name]) => !isTelegram(name)).map(([, code]) => code)].join('\n');
  expect(all).not.toMatch(/ZodError|_zod/);
  expect(
    [...all.matchAll(/https?:\/\/([\w.-]+)/g)].map((match) => match[1]).filter((host) => host !== 'www.w3.org'),
  ).toEqual([]);
});

it('has compressed files beside each text file and a small worker that leaves the API alone', () => {
  const worker = readFileSync(join(out, 'sw.js'), 'utf8');
  // A third of it is the names of the files: those that it fetches ahead, and those that it keeps when they were wanted.
  expect(gzip(worker)).toBeLessThan(1.7 * KB);
  expect(worker).toContain('"./"');
  for (const name of ['index.html', 'sw.js', ...inPage().map((file) => join('assets', file))]) {
    expect(readFileSync(join(out, `${name}.gz`)).length).toBeGreaterThan(0);
    expect(readFileSync(join(out, `${name}.br`)).length).toBeGreaterThan(0);
  }
});
