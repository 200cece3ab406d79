import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEnv } from '#platform/config';
import { DiskFileStore } from './disk-file-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'to-so-files-'));
const store = new DiskFileStore(loadEnv({ DATA_DIR: folder }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const old = new Date('2020-01-01T00:00:00Z');
const day = new Date('2021-01-01T00:00:00Z');
const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const pathOf = (hash: string) => {
  const entry = files().find(({ name }) => name === `${hash}.jpg`);
  return join(entry?.parentPath ?? '', entry?.name ?? '');
};
async function putOld(content: string): Promise<string> {
  const hash = await store.put(Buffer.from(content));
  utimesSync(pathOf(hash), old, old);
  return hash;
}
async function older(): Promise<string[]> {
  const found: string[] = [];
  for await (const hash of store.older(day)) found.push(hash);
  return found;
}

it('finds what was put before a day, and takes that alone away', async () => {
  const [gone, kept] = [await putOld('old'), await store.put(Buffer.from('young'))];
  expect(await older()).toEqual([gone]);
  expect(await store.removeOlder(gone, day)).toBe(true);
  expect(await store.removeOlder(kept, day)).toBe(false);
  expect(files().map(({ name }) => name)).toEqual([`${kept}.jpg`]);
});

it('keeps what was put again, whether before or while it is taken away', async () => {
  const hash = await putOld('again');
  await store.put(Buffer.from('again'));
  expect(await store.removeOlder(hash, day)).toBe(false);
  for (let time = 0; time < 50; time++) {
    utimesSync(pathOf(hash), old, old);
    await Promise.all([store.removeOlder(hash, day), store.put(Buffer.from('again'))]);
    expect((await store.get(hash))?.toString()).toBe('again');
  }
});

it('takes away what a killed process has left beside', async () => {
  const hash = await store.put(Buffer.from('whole'));
  const left = `${pathOf(hash)}.00000000-0000-4000-8000-000000000000`;
  writeFileSync(left, 'half');
  utimesSync(left, old, old);
  await older();
  expect(files().some(({ name }) => name.length > 68)).toBe(false);
  expect((await store.get(hash))?.toString()).toBe('whole');
});

it('keeps everything to its own account, and what an earlier version left open', async () => {
  const shared = mkdtempSync(join(tmpdir(), 'to-so-open-'));
  try {
    mkdirSync(join(shared, 'photos'), { mode: 0o755 });
    await new DiskFileStore(loadEnv({ DATA_DIR: shared })).put(Buffer.from('face'));
    const made = readdirSync(shared, { recursive: true, withFileTypes: true });
    const modes = made.map((entry) => statSync(join(entry.parentPath, entry.name)).mode & 0o777);
    expect(made).toHaveLength(3);
    expect(modes.filter((mode) => (mode & 0o077) !== 0)).toEqual([]);
  } finally {
    rmSync(shared, { recursive: true, force: true });
  }
});
