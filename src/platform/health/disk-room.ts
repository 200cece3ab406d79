import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Below this nobody waits for the first refusal: a day's photos of a province, and the backup that is being written. */
const LOW_BYTES = 2_000_000_000;

export interface DiskRoom {
  /** What this process writes there; an embedded database lies beside the files. */
  what: 'files' | 'backups';
  path: string;
  freeBytes: number;
  totalBytes: number;
  isLow: boolean;
}

/** What an ordinary account may still write on the disk of this folder, or of the nearest one above that exists. */
export async function roomAt(what: DiskRoom['what'], folder: string): Promise<DiskRoom> {
  const path = resolve(folder);
  const { bavail, blocks, bsize } = await statfsAbove(path);
  const freeBytes = bavail * bsize;
  return { what, path, freeBytes, totalBytes: blocks * bsize, isLow: freeBytes < LOW_BYTES };
}

async function statfsAbove(path: string): Promise<StatsFs> {
  try {
    return await statfs(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    return statfsAbove(dirname(path));
  }
}
