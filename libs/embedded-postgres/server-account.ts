/**
 * PostgreSQL refuses to run as root. When we are root, the server and initdb run under an account that every system
 * has; no account is created. An ordinary user runs them as themselves.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { embeddedErrors } from './embedded-errors.ts';

/** undefined: run as ourselves. */
export type Account = { uid: number; gid: number; name: string } | undefined;

const PREFERRED = ['postgres', 'nobody', 'daemon'];

/** Nothing of the caller's PG* settings, locale or working folder may reach the server. */
export function asAccount(account: Account) {
  return {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: '/',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', HOME: '/', LC_ALL: 'C', TZ: 'UTC' },
  };
}

export function runAs(account: Account, command: string, args: string[], input?: string): SpawnSyncReturns<string> {
  return spawnSync(command, args, { ...asAccount(account), encoding: 'utf8', input: input ?? '' });
}

export const canEnter = (account: Account, folder: string): boolean =>
  runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder]).status === 0;

function systemAccounts(): NonNullable<Account>[] {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  return PREFERRED.flatMap((name) => {
    const line = lines.find((fields) => fields[0] === name);
    return line ? [{ name, uid: Number(line[2]) >>> 0, gid: Number(line[3]) >>> 0 }] : [];
  }).filter((account) => account.uid !== 0);
}

function ownerOf(folder: string): Account {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && { uid: found.uid, gid: found.gid, name: `uid ${found.uid}` };
}

/** The account that owns an existing cluster; else the first one that this system lets us become. */
export function chooseAccount(existingClusters: string[]): Account {
  const owner = existingClusters.map(ownerOf).find(Boolean);
  if (process.getuid?.() !== 0) {
    if (owner && owner.uid !== process.getuid?.()) throw embeddedErrors.notOurs(existingClusters.join(', '));
    return undefined;
  }
  const candidates = owner && owner.uid !== 0 ? [owner] : systemAccounts();
  const works = candidates.find((account) => runAs(account, '/bin/sh', ['-c', 'exit 0']).status === 0);
  if (!works) throw embeddedErrors.noAccount(candidates.map(({ name }) => name).join(', ') || 'none found');
  return works;
}

/** Makes a folder; as root, whatever the umask, the folders made on the way can be entered by the server's account. */
export function openFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (!first || process.getuid?.() !== 0) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o755);
}
