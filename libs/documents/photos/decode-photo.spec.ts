import sharp from 'sharp';
import { decodePhoto } from './decode-photo.ts';

const wanted = { width: 1280, height: 1280, fit: 'inside', withoutEnlargement: true } as const;

/** Grain from one side to the other, the worst a phone sends: at quality 40, as its last try to come below 350 KB. */
function grainy(): Promise<Buffer> {
  const grain = Buffer.alloc(1200 * 900 * 3).map((_, i) => (i * 2654435761) >>> 24);
  return sharp(grain, { raw: { width: 1200, height: 900, channels: 3 } })
    .resize(1280, 960)
    .jpeg({ quality: 40 })
    .toBuffer();
}

describe('a photo that is written anew', () => {
  it('is little larger than what the phone sent, grain or not', async () => {
    const upload = await grainy();
    const outcome = await decodePhoto({ upload, size: wanted });
    const bytes = 'photo' in outcome ? outcome.photo.bytes.length : Number.NaN;
    expect(bytes).toBeLessThanOrEqual(upload.length * 1.15);
  });
});
