import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripInstallation } from './strip-packages.mjs';

const root = mkdtempSync(join(tmpdir(), 'to-so-strip-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const KEPT = [
  'a/index.js',
  'a/package.json',
  'a/LICENSE.md',
  'a/lib/test/runs.cjs',
  'a/docs.js',
  '@of/b/native.node',
  '@of/b/node_modules/c/index.mjs',
];
const GONE = [
  'a/index.d.ts',
  'a/index.js.map',
  'a/README.md',
  'a/lib/deep/index.d.mts',
  'a/test/suite.js',
  'a/docs/page.html',
  '@of/b/src/native.ts',
  '@of/b/node_modules/c/index.d.cts',
];
const at = (file: string) => join(root, 'node_modules', file);

beforeAll(() => {
  for (const file of [...KEPT, ...GONE, '.package-lock.json']) {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), '');
  }
});

it('refuses where somebody develops, or nothing is installed', () => {
  mkdirSync(at('typescript'));
  expect(() => stripInstallation(root)).toThrow('npm ci --omit=dev first');
  rmSync(at('typescript'), { recursive: true });
  expect(() => stripInstallation(join(root, 'elsewhere'))).toThrow('No packages are installed');
  expect(GONE.filter((file) => !existsSync(at(file)))).toEqual([]);
});

it('takes out what only people read, and leaves programs and licences, twice as well as once', () => {
  for (const _ of ['once', 'twice']) {
    stripInstallation(root);
    expect(GONE.filter((file) => existsSync(at(file)))).toEqual([]);
    expect([...KEPT, '.package-lock.json'].filter((file) => !existsSync(at(file)))).toEqual([]);
  }
});
