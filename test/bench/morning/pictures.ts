/** Photos as the mini-app sends them: JPEG, 1280 px on the long side. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

const LONG_SIDE = 1280;
const QUALITY = 70;
/** Segment marker, its length, its table's number; then the 64 values, the lowest frequency first. */
const QUANTISERS = Buffer.from([0xff, 0xdb]);
const HEAD = 5;

/** Soft shapes and some grain: compresses like a photo, not like a drawing. */
async function picture(): Promise<Buffer> {
  const [width, height] = [LONG_SIDE, (LONG_SIDE * 3) / 4];
  const raw = { width: 64, height: 48, channels: 3 as const };
  return sharp(randomBytes(raw.width * raw.height * raw.channels), { raw })
    .resize(width, height, { kernel: 'cubic' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}

/**
 * As many different pictures as anybody asks for out of a single one: another number for four of its coarsest quantisers
 * changes the tone of every block. Equal pictures would be stored once, and a rush would write nothing to the disk.
 */
export async function pictures(): Promise<(n: number) => Buffer> {
  const one = await picture();
  const at = one.indexOf(QUANTISERS);
  if (at < 0) throw new Error('the picture has no table of quantisers');
  return (n) => {
    const own = Buffer.from(one);
    for (let place = 0; place < 4; place += 1) own[at + HEAD + place] = 8 + ((n >> (4 * place)) & 15);
    return own;
  };
}
