/**
 * Finds faces on the phone. The detector's weights (158 KB packed) come with the first photo that is chosen, never
 * before, and are kept beside the app's files, which a new version of the app throws away.
 */
import weights from '@vladmandic/face-api/model/tiny_face_detector_model.bin?url';
import { type FaceNet, readFaceNet, runFaceNet } from './face-net.ts';
import { type Box, type Pixels, boxesOf, distinct, inputOf } from './faces.ts';
import { scaled } from './scaled.ts';

const KEPT_IN = 'photo-check';
/** The small look finds faces from a ninth of the picture on, the large one from a fifteenth. */
const SMALL = 416;
const LARGE = 640;
/** A frame too many costs one tap, a face too few costs somebody's face: 0.35 found 30 of 32 and 4 that were none. */
const LEAST = 0.35;
/** So long the phone may be deaf to its person. */
const SLICE_MS = 40;

let net: Promise<FaceNet> | undefined;
const loadNet = (): Promise<FaceNet> =>
  (net ??= bytesOf(weights)
    .then(readFaceNet)
    .catch((error) => {
      net = undefined;
      throw error;
    }));

async function bytesOf(url: string): Promise<Uint8Array> {
  const kept = await globalThis.caches?.open(KEPT_IN).catch(() => undefined);
  const before = await kept?.match(url);
  const answer = before ?? (await fetch(url));
  if (!answer.ok) throw new Error(`the face detector did not come: ${answer.status}`);
  if (!before) await kept?.put(url, answer.clone()).catch(() => {});
  return new Uint8Array(await answer.arrayBuffer());
}

/** How long somebody waits for the answer. */
export interface Patience {
  /** By `performance.now()`: what would end later is not begun. */
  until: number;
  over: boolean;
}

/** @throws when it cannot be had while somebody waits */
export async function findFaces(picture: HTMLCanvasElement, patience: Patience): Promise<Box[]> {
  const loaded = await loadNet();
  const begun = performance.now();
  const found = await look(loaded, scaled(picture, SMALL), patience);
  const took = performance.now() - begun;
  // The large look costs this much more: quick phones have it, slow ones are not kept waiting.
  const wouldEnd = performance.now() + took * (LARGE / SMALL) ** 2 * 1.1;
  if (wouldEnd < patience.until) found.push(...(await look(loaded, scaled(picture, LARGE), patience).catch(() => [])));
  return distinct(found);
}

async function look(loaded: FaceNet, pixels: Pixels, patience: Patience) {
  const steps = runFaceNet(loaded, inputOf(pixels));
  let slice = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return boxesOf(step.value, pixels, LEAST);
    if (performance.now() - slice < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    slice = performance.now();
    if (patience.over) throw new Error('too slow');
  }
}
