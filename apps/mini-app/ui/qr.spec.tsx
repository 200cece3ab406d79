import { TextDecoder, TextEncoder } from 'node:util';
import encodeQR from 'qr';
import { decodeQR } from 'qr/decode.js';
import { pathOf } from './qr.tsx';

const CODE = 'TSM1.0192aaaa-0000-7000-8000-000000000001.0192aaaa-0000-7000-8000-000000000002.s3k2p.AbCdEfGhIjKlMnOp';
const SCALE = 6;
// jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });

it('draws what a reader reads back, with four modules of quiet on each side', () => {
  const rows = encodeQR(CODE, 'raw', { ecc: 'low', border: 4 });
  const side = rows.length * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  let dark = 0;
  for (const [, x, y, width] of pathOf(rows).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(width) * SCALE; i++)
      for (let j = 0; j < SCALE; j++) {
        const at = ((Number(y) * SCALE + j) * side + Number(x) * SCALE + i) * 4;
        data.fill(0, at, at + 3);
        dark++;
      }
  expect(dark).toBeGreaterThan(1000);
  expect(decodeQR({ width: side, height: side, data })).toBe(CODE);
  for (const i of [0, 1, 2, 3]) {
    expect(rows[i]?.some(Boolean)).toBe(false);
    expect(rows.some((row) => row[i])).toBe(false);
  }
});
