import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { embeddedErrors, meansDiskFull } from './embedded-errors.ts';

/** Bytes: the binaries once unpacked, a new cluster with its first WAL segments, and what an existing cluster needs to recover. */
export const SPACE = { binaries: 80e6, newCluster: 150e6, existingCluster: 40e6 };

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

/** Refuses before anything is written when `folder` has fewer than `bytes` free. */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(nearestExisting(folder));
  if (bavail * bsize < bytes) throw embeddedErrors.diskFull(folder, bytes, bavail * bsize);
}

/** Runs `work`; a disk that fills up meanwhile becomes the same coded error. */
export async function namingFullDisk<T>(folder: string, bytes: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (meansDiskFull(error)) throw embeddedErrors.diskFull(folder, bytes);
    throw error;
  }
}
