import { decodeQR } from 'qr/decode.js';
import { type QrOptions, qrPath, qrSvg } from './index.ts';

const CODE = 'TSM1.0192aaaa-0000-7000-8000-000000000001.0192aaaa-0000-7000-8000-000000000002.s3k2p.AbCdEfGhIjKlMnOp';
const SCALE = 6;

/** The path's runs, each module as large as a camera sees it; `around` white modules on each side are added. */
function painted(path: string, modules: number, around = 0) {
  const side = (modules + 2 * around) * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(width) * SCALE; i++)
      for (let j = 0; j < SCALE; j++) {
        const at = (((Number(y) + around) * SCALE + j) * side + (Number(x) + around) * SCALE + i) * 4;
        data.fill(0, at, at + 3);
      }
  return { width: side, height: side, data };
}

it.each<[QrOptions | undefined]>([
  [undefined],
  [{ border: 4 }],
  [{ repair: 'medium', border: 3 }],
  [{ repair: 'medium', border: 0 }],
])('draws what a reader reads back: %j', (options) => {
  const { path, side } = qrPath(CODE, options);
  expect(decodeQR(painted(path, side, 4))).toBe(CODE);
});

it.each([0, 1, 4])('leaves %i modules of quiet on each side', (border) => {
  const { path, side } = qrPath(CODE, { border });
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => ({
    from: Number(x),
    to: Number(x) + Number(width),
    y: Number(y),
  }));
  expect(Math.min(...runs.map(({ from }) => from))).toBe(border);
  expect(Math.max(...runs.map(({ to }) => to))).toBe(side - border);
  expect(Math.min(...runs.map(({ y }) => y))).toBe(border);
  expect(Math.max(...runs.map(({ y }) => y))).toBe(side - border - 1);
});

it('is a document of its own, dark on white, Vietnamese letters included', () => {
  const text = 'https://to-so.example/Xã Minh Sơn';
  const svg = qrSvg(text, { border: 4 });
  const [, side, , path] =
    /^<svg .* viewBox="0 0 (\d+) \1".*><path fill="#fff" d="(M0 0[^"]+)"\/><path d="([^"]+)"\/><\/svg>$/.exec(svg) ??
    [];
  expect(decodeQR(painted(path ?? '', Number(side)))).toBe(text);
});
