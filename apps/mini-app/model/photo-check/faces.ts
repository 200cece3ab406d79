/** Where faces are in a picture: what goes into the detector, and its numbers read as boxes. */
import { BOXES, type Layer, NUMBERS } from './face-net.ts';

/** In parts of the picture's sides, so that it fits any size it is shown at. */
export interface Point {
  x: number;
  y: number;
}
export interface Box extends Point {
  width: number;
  height: number;
}
interface Found extends Box {
  score: number;
}
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

const CELL = 32;
const MEANS = [117.001, 114.697, 97.404] as const;
/** Usual sizes of a face, in cells. */
const ANCHORS = [1.603231, 2.094468, 6.041143, 7.080126, 2.882459, 3.518061, 4.266906, 5.178857, 9.041765, 10.66308];
const SAME = 0.3;

/** Sides as the detector wants them, filled up with black to the right and below. */
export function inputOf({ width, height, data }: Pixels): Layer {
  const up = (side: number) => Math.ceil(side / CELL) * CELL;
  const size = { width: up(width), height: up(height) };
  const input = new Float32Array(size.width * size.height * 3);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++)
      for (let c = 0; c < 3; c++) {
        const value = x < width && y < height ? (data[(y * width + x) * 4 + c] as number) : 0;
        input[(y * size.width + x) * 3 + c] = (value - (MEANS[c] as number)) / 255;
      }
  return { ...size, depth: 3, data: input };
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

export function boxesOf(grid: Layer, { width, height }: { width: number; height: number }, least: number): Found[] {
  const found: Found[] = [];
  for (let cell = 0; cell < grid.width * grid.height; cell++)
    for (let n = 0; n < BOXES; n++) {
      const [dx = 0, dy = 0, w = 0, h = 0, there = 0] = grid.data.subarray(cell * grid.depth + n * NUMBERS);
      const score = sigmoid(there);
      if (score < least) continue;
      const size = {
        width: (Math.exp(w) * (ANCHORS[n * 2] as number) * CELL) / width,
        height: (Math.exp(h) * (ANCHORS[n * 2 + 1] as number) * CELL) / height,
      };
      const x = (((cell % grid.width) + sigmoid(dx)) * CELL) / width - size.width / 2;
      const y = ((Math.floor(cell / grid.width) + sigmoid(dy)) * CELL) / height - size.height / 2;
      found.push({ x, y, ...size, score });
    }
  return found;
}

/** Of boxes around the same thing the surest stays. */
export function distinct(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => b.score - a.score))
    if (!kept.some((other) => overlap(one, other) > SAME)) kept.push(one);
  return kept;
}

/** Common area over the smaller one: a face within a larger box of the same face is the same. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(a.width * a.height, b.width * b.height);
}
