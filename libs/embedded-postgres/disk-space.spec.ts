import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { namingFullDisk, requireSpace } from './disk-space.ts';
import { meansDiskFull } from './embedded-errors.ts';

const PETABYTE = 1e15;

it('refuses before writing when the folder, or the one that it will be made in, has too little room', async () => {
  await expect(requireSpace('/tmp/not-there/yet', PETABYTE)).rejects.toMatchObject({
    code: 'embedded.disk_full',
    params: { folder: '/tmp/not-there/yet', neededMb: Math.ceil(PETABYTE / 1024 / 1024), freeMb: expect.any(Number) },
    message: expect.stringContaining('/tmp/not-there/yet'),
  });
  await expect(requireSpace('/tmp', 1)).resolves.toBeUndefined();
});

it('names the folder and the need when the disk fills up meanwhile', async () => {
  const noSpace = Object.assign(new Error('write'), { code: 'ENOSPC' });
  const writeToFullDisk = () => (existsSync('/dev/full') ? writeFile('/dev/full', 'x') : Promise.reject(noSpace));
  await expect(namingFullDisk('/data', 80e6, writeToFullDisk)).rejects.toMatchObject({
    code: 'embedded.disk_full',
    params: { folder: '/data', neededMb: 77 },
  });
});

it('leaves every other failure as it is', async () => {
  const fail = () => Promise.reject(new Error('permission denied'));
  await expect(namingFullDisk('/data', 1, fail)).rejects.toThrow('permission denied');
});

it.each([
  'initdb: error: could not write to file: No space left on device',
  'FATAL:  could not extend file "base/1": Disk quota exceeded',
  Object.assign(new Error('write'), { code: 'ENOSPC' }),
])('reads a full disk from %p', (said) => {
  expect(meansDiskFull(said)).toBe(true);
  expect(meansDiskFull('FATAL: password authentication failed')).toBe(false);
});
