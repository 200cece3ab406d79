/** @jest-environment node */
/** What is uploaded to Zalo, measured on a real build: its limits, its list of files, its own host and no other. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { apiOriginOf, ZALO_LIMITS } from './zalo.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const KB = 1024;
const MB = 1_000_000;
let out = '';
let files: string[];
const text = (name: string) => readFileSync(join(out, name), 'utf8');
const gzip = (name: string) => gzipSync(text(name), { level: 9 }).length;
const scripts = () => files.filter((name) => name.endsWith('.js'));
interface AppConfig {
  app: { title: string };
  listCSS: string[];
  listSyncJS: string[];
  listAsyncJS: string[];
}
const config = () => JSON.parse(text('app-config.json')) as AppConfig;

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'mini-app-zalo-'));
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/mini-app/vite.zalo.config.ts', '--outDir', out],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ZALO_API_URL: 'https://to-so.example/' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(out, name)).isFile());
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

it('fits what Zalo takes: 3 MB a file, 10 MB in all', () => {
  const sizes = files.map((name) => statSync(join(out, name)).size);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(ZALO_LIMITS.fileMb * MB);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(ZALO_LIMITS.versionMb * MB);
});

it('names files that exist, module scripts by their ending, and has no page of its own', () => {
  const { app, listCSS, listSyncJS, listAsyncJS } = config();
  expect(app.title).toBe('Tổ Số');
  expect(listSyncJS).toHaveLength(1);
  expect(listAsyncJS).toEqual([]);
  for (const name of [...listCSS, ...listSyncJS]) expect(existsSync(join(out, name))).toBe(true);
  expect(scripts().filter((name) => !name.endsWith('.module.js'))).toEqual([]);
  expect(existsSync(join(out, 'index.html'))).toBe(false);
});

it("keeps each half of Zalo's SDK within 36 KB, lazy, and the first screen in one file within 30 kB", () => {
  const sdk = scripts().filter((name) => name.includes('zalo-'));
  expect(sdk.map((name) => name.replace(/\..*/, '')).sort()).toEqual(['assets/zalo-host', 'assets/zalo-more']);
  for (const name of sdk) expect(gzip(name)).toBeLessThanOrEqual(36 * KB);
  const first = [...config().listSyncJS, ...config().listCSS];
  expect(first).toHaveLength(2);
  expect(text(first[0] ?? '')).not.toMatch(/(?:^|[;}])import\s*[^(]*from/);
  expect(first.reduce((sum, name) => sum + gzip(name), 0)).toBeLessThanOrEqual(30_000);
});

it('speaks to our server by its whole address and brings neither Telegram nor a worker', () => {
  const all = scripts().map(text).join('\n');
  expect(all).toContain('https://to-so.example');
  expect(all).not.toMatch(/TelegramWebviewProxy|telegram\.org/);
  expect(files).not.toContain('sw.js');
});

it('needs no newer engine than 2015', () => {
  expect(scripts().filter((name) => /\basync\b (function|\()|\?\?=|\*\*=/.test(text(name)))).toEqual([]);
});

it('takes the address of the API from its own variable, then from the public one', () => {
  expect(apiOriginOf({ ZALO_API_URL: 'https://a.example/app/', PUBLIC_URL: 'https://b.example' })).toBe(
    'https://a.example',
  );
  expect(apiOriginOf({ PUBLIC_URL: 'https://b.example/' })).toBe('https://b.example');
});
