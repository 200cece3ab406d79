/** The cluster's birth and its password. A birth is atomic: initdb fills a draft that is renamed when complete. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Place } from './data-place.ts';
import { namingFullDisk, requireSpace, SPACE } from './disk-space.ts';
import { embeddedErrors } from './embedded-errors.ts';
import { type Account, runAs } from './server-account.ts';

export const SUPERUSER = 'postgres';

const INITDB = [
  `--username=${SUPERUSER}`,
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  '--no-instructions',
  // The password is 24 random bytes: nobody guesses it, and 4,096 rounds of hashing cost every connection 1.5 ms.
  '--set=scram_iterations=1',
];

function give(account: Account, path: string, mode: number): void {
  if (account) chownSync(path, account.uid, account.gid);
  chmodSync(path, mode);
}

function initialise(draft: string, place: Place, { initdb }: Binaries, account: Account, durable: boolean): void {
  const password = randomBytes(24).toString('base64url');
  const passwordForServer = join(draft, 'password');
  writeFileSync(passwordForServer, password, { mode: 0o600 });
  give(account, draft, 0o700);
  give(account, passwordForServer, 0o600);
  const cluster = join(draft, 'cluster');
  const made = runAs(account, initdb, [
    ...INITDB,
    `--pwfile=${passwordForServer}`,
    ...(durable ? [] : ['--no-sync']),
    '-D',
    cluster,
  ]);
  if (made.status !== 0)
    throw embeddedErrors.startFailed(place.folder, made.error?.message ?? `${made.stdout}${made.stderr}`.trim());
  writeFileSync(place.passwordFile, password, { mode: 0o600 });
  renameSync(cluster, place.cluster);
}

/** Makes the cluster unless it is there; what a killed start left half-made is removed. */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  for (const name of readdirSync(place.folder).filter((entry) => entry.startsWith('draft-'))) {
    rmSync(join(place.folder, name), { recursive: true, force: true });
  }
  const versionFile = join(place.cluster, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, 'utf8').trim();
    if (found !== binaries.major) throw embeddedErrors.otherVersion(place.cluster, found, binaries.major);
    return requireSpace(place.folder, SPACE.existingCluster);
  }
  await requireSpace(place.folder, SPACE.newCluster);
  const draft = mkdtempSync(join(place.folder, 'draft-'));
  try {
    await namingFullDisk(place.folder, SPACE.newCluster, async () =>
      initialise(draft, place, binaries, account, durable),
    );
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

export function readPassword(place: Place): string {
  return existsSync(place.passwordFile) ? readFileSync(place.passwordFile, 'utf8').trim() : '';
}

/** Gives a stopped cluster a new password, through the single-user server: the file was lost or is another's. */
export function resetPassword(place: Place, binaries: Binaries, account: Account): void {
  const password = randomBytes(24).toString('base64url');
  const statement = `alter role ${SUPERUSER} password '${password}';\n`;
  const done = runAs(account, binaries.postgres, ['--single', '-D', place.cluster, 'postgres'], statement);
  if (done.status !== 0) throw embeddedErrors.startFailed(place.folder, done.stderr.trim());
  writeFileSync(place.passwordFile, password, { mode: 0o600 });
}
