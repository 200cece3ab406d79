import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { FileStore } from './file-store.ts';

const HASH = /^[0-9a-f]{64}$/;

const ENDING = '.jpg';

/** What a kept file is called, whatever it holds. */
export const FILE_NAME = /^[0-9a-f]{64}\.jpg$/;
/** While it is written, or taken away. */
const BESIDE = /^[0-9a-f]{64}\.jpg\.[0-9a-f-]{36}$/;

/** Where an installation keeps its files. */
export const filesFolder = (dataDir: string): string => resolve(dataDir, 'photos');
/** DATA_DIR/photos/ab/abcdef….jpg */
export const fileIn = (folder: string, name: string): string => join(folder, name.slice(0, 2), name);

/** Photos of people and signed papers are for the service's own account, whatever its umask is. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** Makes the folder of a file; the outer one is closed also where an earlier version made it. */
export async function makePrivate(folder: string, path: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(path, { recursive: true, mode: PRIVATE_FOLDER });
  // Of another account's folder, as on a share, its owner decides.
  await chmod(folder, PRIVATE_FOLDER).catch(() => undefined);
}

/** Written beside and renamed, so that a reader never sees half a file. */
@Injectable()
export class DiskFileStore extends FileStore {
  private readonly folder: string;

  constructor(@Inject(ENV) env: Env) {
    super();
    this.folder = filesFolder(env.DATA_DIR);
  }

  async put(bytes: Buffer): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const path = this.pathOf(hash);
    if (await touched(path)) return hash;
    await makePrivate(this.folder, dirname(path));
    const beside = `${path}.${randomUUID()}`;
    try {
      await writeFile(beside, bytes, { mode: PRIVATE_FILE, flush: true });
      await rename(beside, path);
    } catch (error) {
      // On a full disk half a file would only take the room that is missing.
      await rm(beside, { force: true });
      throw error;
    }
    return hash;
  }

  async get(hash: string): Promise<Buffer | undefined> {
    if (!HASH.test(hash)) return undefined;
    return readFile(this.pathOf(hash)).catch(() => undefined);
  }

  async remove(hash: string): Promise<void> {
    if (HASH.test(hash)) await rm(this.pathOf(hash), { force: true });
  }

  async *older(before: Date): AsyncIterable<string> {
    for (const shard of await readdir(this.folder).catch(() => []))
      for (const name of await readdir(join(this.folder, shard)).catch(() => [])) {
        const hash = name.slice(0, -ENDING.length);
        if (FILE_NAME.test(name) && (await isOlder(this.pathOf(hash), before))) yield hash;
        // What a process that was killed has left beside.
        else if (BESIDE.test(name)) await this.forget(join(this.folder, shard, name), before);
      }
  }

  async removeOlder(hash: string, before: Date): Promise<boolean> {
    const path = this.pathOf(hash);
    if (!(await isOlder(path, before))) return false;
    // Put again at this very moment it is either found aside as young, or not found and written anew.
    const aside = `${path}.${randomUUID()}`;
    await rename(path, aside);
    const isOld = await isOlder(aside, before);
    await (isOld ? rm(aside, { force: true }) : rename(aside, path));
    return isOld;
  }

  private async forget(path: string, before: Date): Promise<void> {
    if (await isOlder(path, before)) await rm(path, { force: true });
  }

  private pathOf(hash: string): string {
    return fileIn(this.folder, `${hash}${ENDING}`);
  }
}

/** Whether it is there; then it counts as put now, so that nobody takes it for one that is not needed. */
async function touched(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    const now = new Date();
    await utimes(path, now, now);
    return true;
  } catch {
    return false;
  }
}

const isOlder = (path: string, before: Date): Promise<boolean> =>
  stat(path).then(
    ({ mtime }) => mtime < before,
    () => false,
  );
