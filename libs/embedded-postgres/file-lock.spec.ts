import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLock, withLock } from './file-lock.ts';
import { identityOf, isAlive } from './process-identity.ts';

const folder = mkdtempSync(join(tmpdir(), 'to-so-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DEAD = { pid: 2 ** 22 + 1, started: '1@boot' };
const RECYCLED = { pid: process.pid, started: '1@an earlier boot' };

it('lets one in at a time and loses nobody', async () => {
  const file = join(folder, 'crowd');
  let inside = 0;
  const seen: number[] = [];
  const enter = (turn: number) =>
    withLock(file, 10_000, async () => {
      expect(++inside).toBe(1);
      await new Promise(setImmediate);
      inside--;
      seen.push(turn);
    });
  await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(enter));
  expect(seen.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(existsSync(file)).toBe(false);
});

it.each([
  ['a dead process', DEAD],
  ['a process whose number was given to another', RECYCLED],
])('is taken from %s', async (_, holder) => {
  const file = join(folder, 'left');
  writeFileSync(file, JSON.stringify(holder));
  expect(isAlive(holder)).toBe(false);
  expect(await withLock(file, 1_000, async () => 'in')).toBe('in');
});

it('is taken once by many waiters, even after one of them died while taking it', async () => {
  const file = join(folder, 'many');
  writeFileSync(file, JSON.stringify(DEAD));
  writeFileSync(`${file}.steal`, JSON.stringify(DEAD));
  utimesSync(`${file}.steal`, 0, 0);
  let inside = 0;
  const enter = () =>
    withLock(file, 10_000, async () => {
      expect(++inside).toBe(1);
      await new Promise(setImmediate);
      inside--;
    });
  await Promise.all([enter(), enter(), enter()]);
});

it('is released when the work throws', async () => {
  const file = join(folder, 'thrown');
  await expect(withLock(file, 1_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(tryLock(file)).toBeDefined();
});

it('names the holder when it never lets go', async () => {
  const file = join(folder, 'held');
  writeFileSync(file, JSON.stringify(identityOf(process.pid)));
  await expect(withLock(file, 60, async () => 'in')).rejects.toMatchObject({
    code: 'embedded.lock_timeout',
    params: { pid: process.pid },
  });
});
