/** A picture decoded and written anew as JPEG, at a size: nothing of the file but the picture survives. */
import sharp, { type ResizeOptions } from 'sharp';

// One picture at a time, one core, and nothing kept between them: twelve at once took over a gigabyte.
sharp.concurrency(1);
sharp.cache(false);

/** A small file can unfold into gigabytes; a phone's largest sensor stays below this. */
const MOST_PIXELS = 60_000_000;
/** Of interlaced and progressive pictures, which are held whole while they are read; no phone's camera writes them larger. */
const MOST_INTERLACED_PIXELS = 25_000_000;
/**
 * Neither mozjpeg, which makes a phone's photo a tenth smaller for seven to ten times the CPU, nor tables of its own for each
 * picture, which took two fifths of the time for as much: with them and quality 80 a photo had the same bytes.
 */
const JPEG = { quality: 75, optimiseCoding: false };
/** Grain of the dusk grows under the ready-made tables: what comes out larger is written once more, smaller. */
const LARGE_BYTES = 300_000;
const GRAINY_JPEG = { quality: 60, optimiseCoding: true };

export interface PhotoJob {
  upload: Uint8Array;
  size: ResizeOptions;
}
export interface MadePhoto {
  bytes: Uint8Array;
  width: number;
  height: number;
}
export type PhotoOutcome = { photo: MadePhoto } | { refusal: 'notAPhoto' | 'tooManyPixels'; most?: number };

export async function decodePhoto({ upload, size: wanted }: PhotoJob): Promise<PhotoOutcome> {
  const size = await sharp(upload, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!size?.width || !size.height) return { refusal: 'notAPhoto' };
  const most = size.isProgressive ? MOST_INTERLACED_PIXELS : MOST_PIXELS;
  if (size.width * size.height > most) return { refusal: 'tooManyPixels', most };
  try {
    const picture = sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize(wanted)
      .flatten({ background: '#ffffff' });
    const written = await picture.jpeg(JPEG).toBuffer({ resolveWithObject: true });
    const { data, info } =
      written.data.length > LARGE_BYTES
        ? await picture.clone().jpeg(GRAINY_JPEG).toBuffer({ resolveWithObject: true })
        : written;
    return { photo: { bytes: data, width: info.width, height: info.height } };
  } catch {
    return { refusal: 'notAPhoto' };
  }
}
