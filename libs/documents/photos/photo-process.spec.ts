import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { PhotoProcess } from './photo-process.ts';
import { newFolder } from '../../../test/support/new-folder.ts';

const photo = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#0a0' } })
    .png()
    .toBuffer();
const size = { width: 20, height: 20, fit: 'inside' } as const;

/** A decoder that never ends over a photo of one byte, and says by the height who it is. */
function stuckDecoder(): URL {
  const path = join(newFolder('photo'), 'child.mjs');
  writeFileSync(
    path,
    `process.on('message', ({ id, upload }) => upload.length > 1 &&
       process.send({ id, photo: { bytes: upload, width: 1, height: process.pid }, memory: 0 }));
     process.send('ready');`,
  );
  return pathToFileURL(path);
}

describe('the process that decodes photos', () => {
  it('writes a photo anew at its size, and says what is none', async () => {
    const photos = new PhotoProcess();
    expect(await photos.run({ upload: await photo(), size })).toMatchObject({ photo: { width: 20, height: 15 } });
    expect(await photos.run({ upload: Buffer.from('no picture at all'), size })).toMatchObject({
      refusal: 'notAPhoto',
    });
  });

  it('is killed over a photo that it never ends, and the ones in line behind it get another', async () => {
    const photos = new PhotoProcess(stuckDecoder(), 2_000);
    const of = (bytes: number) => photos.run({ upload: Buffer.alloc(bytes), size });
    const pidOf = (outcome: unknown) => (outcome as { photo: { height: number } }).photo.height;
    const [before, stuck, behind, later] = await Promise.all([of(2), of(1), of(2), of(3)]);
    expect(stuck).toBeUndefined();
    expect(pidOf(behind)).not.toBe(pidOf(before));
    expect(pidOf(later)).toBe(pidOf(behind));
  });
});
