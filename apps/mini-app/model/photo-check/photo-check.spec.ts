/** @jest-environment node */
/** What is found in pictures that are drawn here, by the detector's own weights. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { idCard, idCards, meeting, noPapers, pixelsOf } from '../../../../test/support/drawn-photos.ts';
import { type FaceNet, readFaceNet, runFaceNet } from './face-net.ts';
import { type Box, boxesOf, distinct, inputOf } from './faces.ts';
import { PAPER_SIDE, paperIn } from './paper.ts';

const file = createRequire(import.meta.url).resolve('@vladmandic/face-api/model/tiny_face_detector_model.bin');

function facesIn(net: FaceNet, pixels: Parameters<typeof inputOf>[0]): Box[] {
  const steps = runFaceNet(net, inputOf(pixels));
  for (let step = steps.next(); ; step = steps.next())
    if (step.done) return distinct(boxesOf(step.value, pixels, 0.35));
}

describe('faces', () => {
  const bytes = readFileSync(file);

  it('are found where they were drawn, each once', async () => {
    const found = facesIn(readFaceNet(bytes), await pixelsOf(meeting, 416));
    const middles = found
      .map(({ x, y, width, height }) => [Math.round((x + width / 2) * 10), Math.round((y + height / 2) * 10)])
      .sort();
    expect(middles).toEqual([
      [2, 5],
      [5, 5],
      [8, 5],
    ]);
  });

  it('are none in a house', async () => {
    expect(facesIn(readFaceNet(bytes), await pixelsOf(noPapers['a house'], 416))).toEqual([]);
  });

  it('are not looked for by a file that is cut short or another one', () => {
    expect(() => readFaceNet(bytes.subarray(0, 1_000))).toThrow('cut short');
    expect(() => readFaceNet(Buffer.concat([bytes, bytes]))).toThrow('another one');
  });
});

describe('papers', () => {
  it('are found with their corners', async () => {
    const corners = paperIn(await pixelsOf(idCard, PAPER_SIDE));
    expect(corners).toHaveLength(4);
    const xs = corners?.map(({ x }) => x) ?? [];
    const ys = corners?.map(({ y }) => y) ?? [];
    expect(Math.min(...xs)).toBeCloseTo(0.08, 1);
    expect(Math.max(...xs)).toBeCloseTo(0.92, 1);
    expect(Math.min(...ys)).toBeCloseTo(0.1, 1);
    expect(Math.max(...ys)).toBeCloseTo(0.86, 1);
  });

  it.each(Object.entries(idCards))('are found %s', async (_, card) => {
    expect(paperIn(await pixelsOf(card, PAPER_SIDE))).toHaveLength(4);
  });

  it.each(Object.entries(noPapers))('are not seen in %s', async (_, other) => {
    expect(paperIn(await pixelsOf(other, PAPER_SIDE))).toBeUndefined();
  });
});
