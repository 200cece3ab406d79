/**
 * A photo as it is kept: decoded and written anew as JPEG, at most 1600 px, so that nothing of the file but the picture
 * survives (EXIF with the place, thumbnails, appended data). What kind it is decides the content, never a name.
 */
import { Turns } from '#platform/http';
import sharp, { type ResizeOptions } from 'sharp';
import { photoErrors } from './file.errors.ts';

// One picture at a time, one core, and nothing kept between them: twelve at once took over a gigabyte.
sharp.concurrency(1);
sharp.cache(false);
const turns = new Turns({ atOnce: 1, waiting: 12, retryAfterSeconds: 5 });

export const PHOTO_BYTES = 5 * 1024 * 1024;
const LONGEST_SIDE = 1600;
/** A small file can unfold into gigabytes; a phone's largest sensor stays below this. */
const MOST_PIXELS = 60_000_000;
/** Of interlaced and progressive pictures, which are held whole while they are read; no phone's camera writes them larger. */
const MOST_INTERLACED_PIXELS = 25_000_000;
/** Without mozjpeg, which makes a phone's photo a tenth smaller for seven to ten times the CPU: a rush waited for it. */
const QUALITY = 80;

export interface NormalPhoto {
  bytes: Buffer;
  width: number;
  height: number;
}

/** @throws photo.tooBig, photo.notAPhoto, photo.tooManyPixels, platform.busy */
export const normalisePhoto = (upload: Buffer): Promise<NormalPhoto> =>
  made(upload, { width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });

/** The middle of it, for a small square. @throws as above */
export const squarePhoto = (upload: Buffer, side: number): Promise<NormalPhoto> =>
  made(upload, { width: side, height: side, fit: 'cover' });

async function made(upload: Buffer, size: ResizeOptions): Promise<NormalPhoto> {
  if (upload.length > PHOTO_BYTES) throw photoErrors.tooBig({ bytes: upload.length, most: PHOTO_BYTES });
  if (!looksLikePhoto(upload)) throw photoErrors.notAPhoto();
  return turns.take(() => decode(upload, size));
}

async function decode(upload: Buffer, wanted: ResizeOptions): Promise<NormalPhoto> {
  const size = await sharp(upload, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!size?.width || !size.height) throw photoErrors.notAPhoto();
  const most = size.isProgressive ? MOST_INTERLACED_PIXELS : MOST_PIXELS;
  if (size.width * size.height > most) throw photoErrors.tooManyPixels({ most });
  try {
    const { data, info } = await sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize(wanted)
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    throw photoErrors.notAPhoto();
  }
}

/** JPEG, PNG or WebP by their first bytes: nothing else reaches the decoder (no SVG, no PDF, no archives). */
function looksLikePhoto(bytes: Buffer): boolean {
  if (bytes.length < 16) return false;
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  return isJpeg || isPng || isWebp;
}
