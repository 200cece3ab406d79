/** What the phone can find in a photo: in a file of its own, which comes with the first photo. */
import type { Point } from './faces.ts';
import { PAPER_SIDE, paperIn } from './paper.ts';
import { scaled } from './scaled.ts';

export { findFaces } from './find-faces.ts';

export const findPaper = (picture: HTMLCanvasElement): Point[] | undefined => paperIn(scaled(picture, PAPER_SIDE));
