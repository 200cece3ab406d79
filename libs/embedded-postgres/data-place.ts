/**
 * Where the data stands: in the folder that was asked for, or, when the server's account cannot enter that
 * (a checkout under root's home), in a stable folder derived from its path.
 */
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, canEnter, openFolder } from './server-account.ts';

export interface Place {
  folder: string;
  cluster: string;
  lock: string;
  users: string;
  passwordFile: string;
  portFile: string;
  log: string;
}

export function placeAt(folder: string): Place {
  const at = (name: string) => join(folder, name);
  return {
    folder,
    cluster: at('cluster'),
    lock: at('lock'),
    users: at('users'),
    passwordFile: at('password'),
    portFile: at('port'),
    log: at('postgres.log'),
  };
}

const holdsCluster = (folder: string): boolean => existsSync(join(placeAt(folder).cluster, 'PG_VERSION'));

/** Two names of one folder must meet at one lock and one server. */
function realPath(folder: string): string {
  const parent = dirname(folder);
  if (existsSync(folder) || parent === folder) return realpathSync(folder);
  return join(realPath(parent), basename(folder));
}

/** The asked folder and its stand-ins outside the checkout, in order of preference. */
function candidates(dataDir: string): string[] {
  const asked = realPath(resolve(dataDir));
  if (process.getuid?.() !== 0) return [asked];
  const name = `data-${createHash('sha256').update(asked).digest('hex').slice(0, 16)}`;
  return [asked, join('/var/lib/to-so', name), join('/var/tmp/to-so', name)];
}

/** Clusters that earlier starts left for this folder. */
export const existingClusters = (dataDir: string): string[] =>
  candidates(dataDir)
    .filter(holdsCluster)
    .map((folder) => placeAt(folder).cluster);

/** Some mounted folders refuse a change of owner; such a folder cannot hold the cluster of another account. */
function canOwn(account: Account, folder: string): boolean {
  if (!account) return true;
  const probe = mkdtempSync(join(folder, '.probe-'));
  try {
    chownSync(probe, account.uid, account.gid);
    return statSync(probe).uid === account.uid && canEnter(account, probe);
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function isUsable(account: Account, folder: string): boolean {
  try {
    openFolder(folder);
    return canOwn(account, folder);
  } catch (error) {
    if (!account) throw error;
    return false;
  }
}

/** A cluster whose folder was closed to the server's account since moves along; across disks it stays and is reported. */
function bringCluster(from: string, to: string): void {
  if (from === to || !holdsCluster(from) || holdsCluster(to)) return;
  for (const key of ['cluster', 'passwordFile', 'portFile'] as const) {
    if (existsSync(placeAt(from)[key])) renameSync(placeAt(from)[key], placeAt(to)[key]);
  }
}

/** Picks the place for `dataDir` and says so in `log` when it is not the folder that was asked for. */
export function choosePlace(dataDir: string, account: Account, log: (line: string) => void): Place {
  const folders = candidates(dataDir);
  const [asked = dataDir] = folders;
  const usable = (folder: string) => isUsable(account, folder);
  const chosen = folders.filter(holdsCluster).find(usable) ?? folders.find(usable) ?? asked;
  bringCluster(asked, chosen);
  if (chosen !== asked) log(`The database account cannot enter ${asked}; its data stands in ${chosen}`);
  return placeAt(chosen);
}
