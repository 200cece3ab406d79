import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint, isInstalled, requireBuilt } from './prepare.mjs';

const root = mkdtempSync(join(tmpdir(), 'to-so-prepare-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, content: unknown) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
};
const record = (packages: object) => write('node_modules/.package-lock.json', { packages });

describe('installed packages', () => {
  beforeEach(() => {
    write('package-lock.json', {
      packages: {
        '': { name: 'to-so' },
        'node_modules/a': { version: '1.0.0' },
        'node_modules/mac-only': { version: '2.0.0', optional: true },
      },
    });
  });

  it('are missing in a fresh clone and after an install that was cut off', () => {
    rmSync(join(root, 'node_modules'), { recursive: true, force: true });
    expect(isInstalled(root)).toBe(false);
    record({});
    expect(isInstalled(root)).toBe(false);
  });

  it('are old when the lock file asks for another version', () => {
    record({ 'node_modules/a': { version: '0.9.0' } });
    expect(isInstalled(root)).toBe(false);
  });

  it('are complete without what other systems need', () => {
    record({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(root)).toBe(true);
  });
});

describe('the fingerprint of sources', () => {
  const now = () => fingerprint(['src', 'tsconfig.json'], root);

  beforeAll(() => {
    write('src/a.ts', 'a');
    write('src/deep/b.ts', 'b');
  });

  it('stays while nothing changes and while only tests change', () => {
    const before = now();
    write('src/a.spec.ts', 'test');
    write('src/deep/b.int-spec.ts', 'test');
    expect(now()).toBe(before);
  });

  it('changes with a touched, an added, a removed and a renamed file', () => {
    const seen = [now()];
    utimesSync(join(root, 'src/a.ts'), 1, 1);
    seen.push(now());
    write('src/deep/c.ts', 'c');
    seen.push(now());
    rmSync(join(root, 'src/deep/b.ts'));
    seen.push(now());
    write('tsconfig.json', '{}');
    seen.push(now());
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('a command of an installation', () => {
  it('says what is missing where nothing is built, and asks for nothing else where something is', () => {
    const tree = join(root, 'installation');
    mkdirSync(tree);
    expect(() => requireBuilt(tree)).toThrow(`Nothing is built in ${tree} yet. As its owner: npm ci && npm run build`);
    write('installation/dist/src/main.js', '');
    expect(() => requireBuilt(tree)).not.toThrow();
  });
});

describe('a start after a build', () => {
  const tree = join(root, 'built');
  const run = (script: string) => spawnSync(process.execPath, [join(tree, script)], { encoding: 'utf8' });
  const builds = () => readFileSync(join(tree, 'builds'), 'utf8').length;

  beforeAll(() => {
    for (const file of ['apps/demo/prepare.mjs', 'apps/demo/ensure-built.mjs', '.ci/build.mjs'])
      cpSync(file, join(tree, file));
    for (const file of ['package-lock.json', 'node_modules/.package-lock.json'])
      write(`built/${file}`, { packages: { '': { name: 'to-so' } } });
    write('built/src/a.ts', 'a');
    const builder = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
      appendFileSync('builds', 'x');
      mkdirSync('dist/src', { recursive: true });
      writeFileSync('dist/src/main.js', '');`;
    write('built/.ci/build-server.mjs', builder);
  });

  it('builds nothing once more, until a source changes', () => {
    expect(run('.ci/build.mjs').status).toBe(0);
    expect(run('apps/demo/ensure-built.mjs').stdout).toBe('');
    expect(builds()).toBe(1);
    write('built/src/a.ts', 'another');
    expect(run('apps/demo/ensure-built.mjs').stdout).toContain('Building server');
    expect(builds()).toBe(2);
  });

  it('builds anew whenever a build is asked for', () => {
    expect(run('.ci/build.mjs').status).toBe(0);
    expect(builds()).toBe(3);
  });
});
