import { cpSync, existsSync, lstatSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyBinaries, findPackage, stageBinaries } from './binaries.ts';
import { chooseAccount, runAs } from './server-account.ts';

const folder = mkdtempSync(join(tmpdir(), 'to-so-binaries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes the symlinks of the libraries when the install scripts did not run', () => {
  const bare = join(folder, 'bare');
  cpSync(join(findPackage().root, 'native'), bare, {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  });
  const staged = join(folder, 'staged');
  copyBinaries(bare, staged);
  if (process.platform === 'linux') expect(existsSync(join(bare, 'lib/libpq.so.5'))).toBe(false);
  expect(runAs(undefined, join(staged, 'bin/postgres'), ['--version']).stdout).toContain('(PostgreSQL) 18');
});

it('stages once and gives the same folder again, readable by every account and writable by none but ours', async () => {
  const account = chooseAccount([]);
  const first = await stageBinaries(account);
  const made = statSync(first.folder).ctimeMs;
  const second = await stageBinaries(account);
  expect(second).toEqual(first);
  expect(statSync(second.folder).ctimeMs).toBe(made);
  expect(statSync(second.folder).mode & 0o777).toBe(0o755);
  expect(second.major).toBe('18');
});
