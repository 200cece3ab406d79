/**
 * Makes parts of a picture unreadable for good: what is put there are a few averages of what stood there, so nothing can
 * bring it back. A face keeps four by five colours; what a finger paints over takes its colour from a picture of twelve
 * dots across.
 */
import type { Box, Point } from './faces.ts';

export interface Covers {
  faces: readonly Box[];
  /** The corners of papers, in parts of the sides. */
  papers: readonly (readonly Point[])[];
  strokes: readonly (readonly Point[])[];
}

const FACE = { across: 4, down: 5 };
const DOTS = 12;
/** Of the picture's long side: about a finger's width on a phone. */
const BRUSH = 0.08;

/** A detector's box ends at brow and chin: the cover also takes the hair and the ears. */
export function widened({ x, y, width, height }: Box): Box {
  const left = Math.max(0, x - width * 0.15);
  const top = Math.max(0, y - height * 0.3);
  return {
    x: left,
    y: top,
    width: Math.min(1, x + width * 1.15) - left,
    height: Math.min(1, y + height * 1.2) - top,
  };
}

const context2d = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  return context;
};

export function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return canvas;
}

/** A few dots of the part given. */
function dotsOf(picture: HTMLCanvasElement, part: Box, across: number, down: number): HTMLCanvasElement {
  const dots = canvasOf(across, down);
  const { x, y, width, height } = inPixels(part, picture);
  context2d(dots).drawImage(picture, x, y, width, height, 0, 0, dots.width, dots.height);
  return dots;
}

function inPixels({ x, y, width, height }: Box, of: HTMLCanvasElement): Box {
  return { x: x * of.width, y: y * of.height, width: width * of.width, height: height * of.height };
}

const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 };

/** The whole picture as seen through milk; a brush's colour comes from here. */
export function milky(picture: HTMLCanvasElement): HTMLCanvasElement {
  const scale = DOTS / Math.max(picture.width, picture.height);
  const dots = dotsOf(picture, WHOLE, picture.width * scale, picture.height * scale);
  const canvas = canvasOf(picture.width, picture.height);
  context2d(canvas).drawImage(dots, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** `picture` with its covers, into `target` of the same size. */
export function drawCovered(
  target: HTMLCanvasElement,
  picture: HTMLCanvasElement,
  milk: HTMLCanvasElement,
  { faces, papers, strokes }: Covers,
): void {
  const context = context2d(target);
  context.drawImage(picture, 0, 0);
  for (const face of faces) {
    const { x, y, width, height } = inPixels(face, picture);
    context.drawImage(dotsOf(picture, face, FACE.across, FACE.down), x, y, width, height);
  }
  for (const corners of papers) {
    context.fillStyle = context.createPattern(milk, 'no-repeat') ?? '#888';
    trace(context, corners, target);
    context.closePath();
    context.fill();
  }
  for (const stroke of strokes) drawStroke(target, milk, stroke);
}

/** One stroke, or what a finger has added to it. */
export function drawStroke(target: HTMLCanvasElement, milk: HTMLCanvasElement, points: readonly Point[]): void {
  const context = context2d(target);
  context.strokeStyle = context.createPattern(milk, 'no-repeat') ?? '#888';
  context.lineWidth = BRUSH * Math.max(target.width, target.height);
  context.lineCap = context.lineJoin = 'round';
  trace(context, points.length === 1 ? [...points, ...points] : points, target);
  context.stroke();
}

function trace(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  { width, height }: HTMLCanvasElement,
): void {
  context.beginPath();
  // A line of no length would draw nothing in some browsers.
  points.forEach(({ x, y }, n) =>
    n === 0 ? context.moveTo(x * width, y * height) : context.lineTo(x * width + 0.01, y * height),
  );
}
