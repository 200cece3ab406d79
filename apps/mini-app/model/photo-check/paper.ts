/**
 * Does the picture show something like an ID paper: a bright four-cornered thing with a card's or a booklet's sides and
 * lines of dark print on it? No model: brightness cut at some heights, patches of it measured.
 *
 * Seen in vain: other printed papers, labels and notices of that shape. Missed: a card that fills the picture up to its
 * edges, one on a ground as bright as itself, one seen at a steep angle, one that a hand covers by a good part.
 */
import type { Pixels, Point } from './faces.ts';

/** What the picture is made small to before it is looked at. */
export const PAPER_SIDE = 240;
const CUTS = [100, 130, 155, 180, 205];
/** Of the picture's area. */
const SMALLEST = 0.05;
const LARGEST = 0.9;
/** A card is 1.59 to 1, an open booklet 1.4; what is seen from the side is less or more. */
const SIDES = { least: 1.25, most: 1.85 };
const FULL = 0.86;

interface Patch {
  area: number;
  /** The first and the last pixel of each row that it touches. */
  rows: Map<number, { from: number; to: number }>;
}
interface Rectangle {
  area: number;
  corners: Point[];
  long: number;
  short: number;
}

/** The corners of what looks like a paper, in parts of the sides. */
export function paperIn(pixels: Pixels): Point[] | undefined {
  const { width, height } = pixels;
  const grey = greyOf(pixels);
  for (const cut of CUTS)
    for (const patch of patchesAbove(grey, width, cut)) {
      const rectangle = rectangleAround(patch);
      if (!isCardLike(patch, rectangle, width, height)) continue;
      if (!hasPrint(grey, width, rectangle)) continue;
      return rectangle.corners.map(({ x, y }) => ({ x: x / width, y: y / height }));
    }
  return undefined;
}

function greyOf({ width, height, data }: Pixels): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const [r = 0, g = 0, b = 0] = [data[i * 4], data[i * 4 + 1], data[i * 4 + 2]];
    grey[i] = (r * 77 + g * 150 + b * 29) >> 8;
  }
  return grey;
}

/** Connected bright patches large enough to be looked at; one that runs out of the picture at two sides is a ground or a wall. */
function patchesAbove(grey: Uint8Array, width: number, cut: number): Patch[] {
  const seen = new Uint8Array(grey.length);
  const stack = new Int32Array(grey.length);
  const patches: Patch[] = [];
  for (let start = 0; start < grey.length; start++) {
    if (seen[start] || (grey[start] as number) < cut) continue;
    const patch: Patch = { area: 0, rows: new Map() };
    let top = 0;
    stack[top++] = start;
    seen[start] = 1;
    while (top > 0) {
      const at = stack[--top] as number;
      const x = at % width;
      const y = (at - x) / width;
      patch.area += 1;
      const row = patch.rows.get(y);
      if (!row) patch.rows.set(y, { from: x, to: x });
      else if (x < row.from) row.from = x;
      else if (x > row.to) row.to = x;
      const nexts = [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width];
      for (const next of nexts) {
        if (next < 0 || next >= grey.length || seen[next] || (grey[next] as number) < cut) continue;
        seen[next] = 1;
        stack[top++] = next;
      }
    }
    if (patch.area > grey.length * SMALLEST * 0.5) patches.push(patch);
  }
  return patches;
}

/** The smallest of the rectangles around it, tried every three degrees. */
function rectangleAround({ rows }: Patch): Rectangle {
  const edge = [...rows].flatMap(([y, { from, to }]) => [from, y, to + 1, y, from, y + 1, to + 1, y + 1]);
  let best: Rectangle | undefined;
  for (let degrees = 0; degrees < 90; degrees += 3) {
    const cos = Math.cos((degrees * Math.PI) / 180);
    const sin = Math.sin((degrees * Math.PI) / 180);
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < edge.length; i += 2) {
      const u = (edge[i] as number) * cos + (edge[i + 1] as number) * sin;
      const v = (edge[i + 1] as number) * cos - (edge[i] as number) * sin;
      if (u < left) left = u;
      if (u > right) right = u;
      if (v < top) top = v;
      if (v > bottom) bottom = v;
    }
    const area = (right - left) * (bottom - top);
    if (best && best.area <= area) continue;
    const turned = (u: number, v: number): Point => ({ x: u * cos - v * sin, y: u * sin + v * cos });
    best = {
      area,
      corners: [turned(left, top), turned(right, top), turned(right, bottom), turned(left, bottom)],
      long: Math.max(right - left, bottom - top),
      short: Math.min(right - left, bottom - top),
    };
  }
  return best as Rectangle;
}

function isCardLike({ area, rows }: Patch, rectangle: Rectangle, width: number, height: number): boolean {
  const sides = rectangle.long / rectangle.short;
  if (sides < SIDES.least || sides > SIDES.most) return false;
  const share = rectangle.area / (width * height);
  if (share < SMALLEST || share > LARGEST) return false;
  const spans = [...rows.values()];
  // Print and a portrait are holes in it; what lies between the edges of each row belongs to it.
  const spanned = spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (spanned / rectangle.area < FULL || area / spanned < 0.5) return false;
  const touched = [
    rows.has(0),
    rows.has(height - 1),
    spans.some(({ from }) => from === 0),
    spans.some(({ to }) => to === width - 1),
  ];
  return touched.filter(Boolean).length <= 1;
}

const ACROSS = 96;
const DOWN = 60;
/** Seen straight, its long side lying; or standing, for a print that runs along the short side. */
function hasPrint(grey: Uint8Array, width: number, { corners }: Rectangle): boolean {
  const [a, b, , d] = corners as [Point, Point, Point, Point];
  const sides = [
    { from: a, along: b, down: d },
    { from: a, along: d, down: b },
  ];
  return sides.some(({ from, along, down }) => {
    const patch = new Uint8Array(ACROSS * DOWN);
    for (let v = 0; v < DOWN; v++)
      for (let u = 0; u < ACROSS; u++) {
        const [s, t] = [(u + 0.5) / ACROSS, (v + 0.5) / DOWN];
        const x = Math.floor(from.x + (along.x - from.x) * s + (down.x - from.x) * t);
        const y = Math.floor(from.y + (along.y - from.y) * s + (down.y - from.y) * t);
        patch[v * ACROSS + u] = grey[y * width + x] ?? 255;
      }
    return linesOf(patch) >= 3;
  });
}

/** Lines of print: in one third of the width, rows with ink between rows without. The rim is left out. */
function linesOf(patch: Uint8Array): number {
  const paper = [...patch].sort((a, b) => a - b)[Math.floor(patch.length * 0.6)] as number;
  const dark = paper * 0.85;
  let most = 0;
  for (const [from, to] of [
    [8, 34],
    [34, 62],
    [62, 88],
  ] as const) {
    let lines = 0;
    let inLine = 0;
    for (let v = 5; v < DOWN - 5; v++) {
      let ink = 0;
      for (let u = from; u < to; u++) if ((patch[v * ACROSS + u] as number) < dark) ink += 1;
      const filled = ink / (to - from);
      if (filled >= 0.25) inLine += 1;
      else if (filled < 0.15) {
        // A thick block is a picture, not a line.
        if (inLine > 0 && inLine <= DOWN / 6) lines += 1;
        inLine = 0;
      }
    }
    most = Math.max(most, lines);
  }
  return most;
}
