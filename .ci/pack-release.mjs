/**
 * `npm run release:pack`: builds what is old and writes dist/to-so-<version>.tar.gz, what an installation runs: the programs
 * without their sources, the apps, the lock file, and the pages for whoever runs it. `npm ci --omit=dev` in it brings the
 * packages of that machine. docs/running.md and docs/upgrades.md say where it goes.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../apps/demo/prepare.mjs';
import { ensureApi } from './generate-api.mjs';
import { ROOT } from './steps.mjs';

const FILES = ['package.json', 'package-lock.json', '.npmrc', 'LICENSE', 'CHANGELOG.md', 'SECURITY.md', 'docs'];
/** What npm's scripts call before the programs. */
const SCRIPTS = ['ensure-built.mjs', 'node-version.mjs', 'prepare.mjs', 'require-built.mjs', 'strip-packages.mjs'];
/** The demo, the emulators and the benches serve nobody there. Maps are for whoever reads traces, beside the sources. */
const LEFT_OUT = /^dist\/(?:apps\/(?:demo|dev)|test|\.|to-so-)|\.map$/;

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const name = `to-so-${version}`;
const folder = mkdtempSync(join(tmpdir(), 'to-so-release-'));

function gather() {
  const to = join(folder, name);
  mkdirSync(join(to, 'apps/demo'), { recursive: true });
  for (const file of FILES) cpSync(join(ROOT, file), join(to, file), { recursive: true });
  for (const script of SCRIPTS) cpSync(join(ROOT, 'apps/demo', script), join(to, 'apps/demo', script));
  cpSync(join(ROOT, 'dist'), join(to, 'dist'), {
    recursive: true,
    filter: (source) => !LEFT_OUT.test(source.slice(ROOT.length + 1)),
  });
  // What this release tells its clients.
  cpSync(join(ROOT, 'libs/client/openapi.json'), join(to, 'openapi.json'));
}

/** Owned by nobody in particular and readable by all, whoever packs it and with whatever mask. */
function pack() {
  const archive = join(ROOT, 'dist', `${name}.tar.gz`);
  const args = ['--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX', '-czf', archive, '-C', folder, name];
  const { status, stderr } = spawnSync('tar', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tar could not write ${archive}: ${stderr}`);
  return archive;
}

try {
  await prepare();
  ensureApi();
  gather();
  console.log(pack());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
