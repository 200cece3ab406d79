/**
 * What the product writes to a disk is for its own account: each folder and file says its mode, since the umask of a service
 * that runs as root lets everybody read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where folders are opened for the database server's account on purpose, or lead to a private one. */
const OPEN = new Set([
  'libs/embedded-postgres/server-account.ts: mkdirSync(folder, { recursive: true })',
  'libs/embedded-postgres/file-lock.ts: mkdirSync(dirname(file), { recursive: true })',
  'src/platform/files/disk-file-store.ts: mkdir(dirname(folder), { recursive: true })',
]);
const WRITES =
  /\b(?:mkdir|mkdirSync|writeFile|writeFileSync|createWriteStream|openSync)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;
/** A mode in the call, as a number or by its name; a file that is only read needs none. */
const IS_PRIVATE = /mode: (?:0o[67]00|PRIVATE_\w+)|0o600\)|'r'\)|'wx?', 0o600/;

const sources = ['src', 'libs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts')),
);

it('says of each file and folder that it is private', () => {
  const calls = sources.flatMap((path) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(WRITES)].map(
      ([call]) => `${path}: ${call.replace(/\s+/g, ' ')}`,
    ),
  );
  expect(calls.length).toBeGreaterThan(8);
  expect(calls.filter((call) => !IS_PRIVATE.test(call) && !OPEN.has(call))).toEqual([]);
});
