/**
 * A photo as it is kept: decoded and written anew as JPEG, at most 1600 px, so that nothing of the file but the picture
 * survives (EXIF with the place, thumbnails, appended data). What kind it is decides the content, never a name.
 */
import { makePhoto } from '#documents';
import { Turns } from '#platform/http';
import { photoErrors } from './file.errors.ts';

const turns = new Turns({ atOnce: 1, waiting: 12, retryAfterSeconds: 5 });

export const PHOTO_BYTES = 5 * 1024 * 1024;
const LONGEST_SIDE = 1600;

export interface NormalPhoto {
  bytes: Buffer;
  width: number;
  height: number;
}
type Size = Parameters<typeof makePhoto>[0]['size'];

/** @throws photo.tooBig, photo.notAPhoto, photo.tooManyPixels, platform.busy */
export const normalisePhoto = (upload: Buffer): Promise<NormalPhoto> =>
  made(upload, { width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });

/** The middle of it, for a small square. @throws as above */
export const squarePhoto = (upload: Buffer, side: number): Promise<NormalPhoto> =>
  made(upload, { width: side, height: side, fit: 'cover' });

async function made(upload: Buffer, size: Size): Promise<NormalPhoto> {
  if (upload.length > PHOTO_BYTES) throw photoErrors.tooBig({ bytes: upload.length, most: PHOTO_BYTES });
  if (!looksLikePhoto(upload)) throw photoErrors.notAPhoto();
  const outcome = await turns.take(() => makePhoto({ upload, size }));
  // Whoever sent it sends it again later: the phone does so by itself.
  if (!outcome) throw turns.busy();
  if ('photo' in outcome) return { ...outcome.photo, bytes: Buffer.from(outcome.photo.bytes) };
  if (outcome.refusal === 'tooManyPixels') throw photoErrors.tooManyPixels({ most: outcome.most });
  throw photoErrors.notAPhoto();
}

/** JPEG, PNG or WebP by their first bytes: nothing else reaches the decoder (no SVG, no PDF, no archives). */
function looksLikePhoto(bytes: Buffer): boolean {
  if (bytes.length < 16) return false;
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  return isJpeg || isPng || isWebp;
}
