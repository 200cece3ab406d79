/**
 * The tiny face detector of @vladmandic/face-api (MIT), run by our own code: its 193 KB of weights are the package's, the
 * 1.3 MB of TensorFlow that it is usually run by stay out. Seven layers, the first a plain convolution, the next five
 * depthwise and pointwise, the last a row of numbers for each cell of 32 pixels. Works row by row and says so after each,
 * so that whoever drives it can let the phone breathe. Needs no worker, no WebGL, no WebAssembly: old phones have it.
 */
export interface Layer {
  width: number;
  height: number;
  depth: number;
  /** Pixel after pixel, each with all its channels. */
  data: Float32Array;
}

interface Dense {
  bias: Float32Array;
  /** Four outputs side by side for each input. */
  weights: Float32Array;
  inputs: number;
  outputs: number;
}
interface Stage {
  depthwise: Float32Array;
  pointwise: Dense;
}
export interface FaceNet {
  first: Dense;
  stages: Stage[];
  last: Dense;
}

const DEPTHS = [16, 32, 64, 128, 256, 512] as const;
/** Five boxes to a cell; of each: place, size, "there is one". */
export const BOXES = 5;
export const NUMBERS = 5;
/** Scale and least value of each block of bytes, in the order of the file. */
const QUANTA = [
  0.009007044399485869, -1.2069439495311063, 0.005263455241334205, -0.9211046672334858, 0.004001977630690033,
  -0.5042491814669441, 0.013836609615999109, -1.411334180831909, 0.0015159862590771096, -0.30926119685173037,
  0.002666276225856706, -0.317286870876948, 0.015265831292844286, -1.6792414422128714, 0.0020280554598453,
  -0.37113414915168985, 0.006100742489683862, -0.8907084034938438, 0.016276211832083907, -2.0508026908425725,
  0.003394414279975143, -0.7637432129944072, 0.006716050119961009, -0.8059260143953211, 0.021875603993733724,
  -2.8875797271728514, 0.0041141652009066415, -0.8187188749804216, 0.008423839597141042, -0.9013508368940915,
  0.030007277283014035, -3.8709387695088107, 0.008402082966823203, -1.4871686851277068, 0.028336129469030042,
  -4.675461362389957, 0.002268134028303857, -0.41053225912299807,
];

/** @throws when the bytes are not that file */
export function readFaceNet(bytes: Uint8Array): FaceNet {
  let at = 0;
  let block = 0;
  const take = (count: number): Float32Array => {
    const scale = QUANTA[block * 2] as number;
    const least = QUANTA[block * 2 + 1] as number;
    block += 1;
    const found = Float32Array.from(bytes.subarray(at, at + count), (byte) => byte * scale + least);
    if (found.length < count) throw new Error('the face detector is cut short');
    at += count;
    return found;
  };
  const dense = (inputs: number, outputs: number): Dense => {
    const weights = packed(take(inputs * outputs), inputs, outputs);
    return { weights, bias: take(outputs), inputs, outputs };
  };
  const first = dense(27, DEPTHS[0]);
  const stages = DEPTHS.slice(1).map((outputs, n) => {
    const inputs = DEPTHS[n] as number;
    return { depthwise: take(9 * inputs), pointwise: dense(inputs, outputs) };
  });
  const last = dense(512, BOXES * NUMBERS);
  if (at !== bytes.length) throw new Error('the face detector is another one');
  return { first, stages, last };
}

/** From input by output to blocks of four outputs, filled up with zeros. */
function packed(plain: Float32Array, inputs: number, outputs: number): Float32Array {
  const result = new Float32Array(Math.ceil(outputs / 2) * inputs * 2);
  for (let input = 0; input < inputs; input++)
    for (let output = 0; output < outputs; output++)
      result[((output >> 1) * inputs + input) * 2 + (output & 1)] = plain[input * outputs + output] as number;
  return result;
}

/**
 * For each of `count` pixels that stand one after another in `from`: `out = bias + weights · from`. Four pixels at a time
 * and four outputs, which is what makes it bearable: each number that is fetched is used four times.
 */
function multiply(dense: Dense, from: Float32Array, out: Float32Array, count: number): void {
  const { weights, bias, inputs, outputs } = dense;
  for (let pixel = 0; pixel < count; pixel += 4) {
    // Beyond the end the last pixel is worked again: cheaper than a second kind of loop.
    const p0 = pixel * inputs;
    const p1 = Math.min(pixel + 1, count - 1) * inputs;
    const p2 = Math.min(pixel + 2, count - 1) * inputs;
    const p3 = Math.min(pixel + 3, count - 1) * inputs;
    for (let output = 0, w = 0; output < outputs; output += 2) {
      let a0 = 0,
        a1 = 0,
        a2 = 0,
        a3 = 0,
        b0 = 0,
        b1 = 0,
        b2 = 0,
        b3 = 0;
      for (let i = 0; i < inputs; i++, w += 2) {
        const a = weights[w] as number;
        const b = weights[w + 1] as number;
        const x0 = from[p0 + i] as number;
        const x1 = from[p1 + i] as number;
        const x2 = from[p2 + i] as number;
        const x3 = from[p3 + i] as number;
        a0 += a * x0;
        a1 += a * x1;
        a2 += a * x2;
        a3 += a * x3;
        b0 += b * x0;
        b1 += b * x1;
        b2 += b * x2;
        b3 += b * x3;
      }
      const ba = bias[output] as number;
      const bb = bias[output + 1] as number;
      const at = pixel * outputs + output;
      const put = (n: number, a: number, b: number) => {
        if (pixel + n < count) {
          out[at + n * outputs] = a + ba;
          if (output + 1 < outputs) out[at + n * outputs + 1] = b + bb;
        }
      };
      put(0, a0, b0);
      put(1, a1, b1);
      put(2, a2, b2);
      put(3, a3, b3);
    }
  }
}

type Row = (y: number, into: Float32Array) => void;

/** Rows of a convolution, the largest of each 2 × 2 kept, `step` apart. */
function* pooled(row: Row, width: number, height: number, depth: number, step: 1 | 2): Generator<void, Layer> {
  const size = { width: Math.ceil(width / step), height: Math.ceil(height / step), depth };
  const data = new Float32Array(size.width * size.height * depth);
  let upper = new Float32Array(width * depth);
  let lower = new Float32Array(width * depth);
  let ready = -1;
  for (let y = 0; y < size.height; y++) {
    const top = y * step;
    if (ready === top) [upper, lower] = [lower, upper];
    else row(top, upper);
    const hasLower = top + 1 < height;
    if (hasLower) row((ready = top + 1), lower);
    largest(upper, hasLower ? lower : upper, { data, at: y * size.width * depth, width: size.width, depth, step });
    yield;
  }
  return { ...size, data };
}

interface Target {
  data: Float32Array;
  at: number;
  width: number;
  depth: number;
  step: number;
}
function largest(upper: Float32Array, lower: Float32Array, { data, at, width, depth, step }: Target): void {
  for (let x = 0; x < width; x++) {
    const left = x * step * depth;
    const right = left + depth < upper.length ? left + depth : left;
    for (let c = 0; c < depth; c++) {
      let most = upper[left + c] as number;
      const b = upper[right + c] as number;
      if (b > most) most = b;
      const d = lower[left + c] as number;
      if (d > most) most = d;
      const e = lower[right + c] as number;
      if (e > most) most = e;
      // A leak of a tenth instead of nothing below zero.
      data[at + x * depth + c] = most > 0 ? most : most * 0.1;
    }
  }
}

/** Nothing stands around the picture: the first layer loses a pixel on each side. */
function firstRow(dense: Dense, input: Layer): Row {
  const line = input.width * 3;
  const count = input.width - 2;
  const squares = new Float32Array(count * 27);
  return (y, into) => {
    for (let x = 0; x < count; x++)
      for (let row = 0; row < 3; row++) {
        const at = (y + row) * line + x * 3;
        for (let i = 0; i < 9; i++) squares[x * 27 + row * 9 + i] = input.data[at + i] as number;
      }
    multiply(dense, squares, into, count);
  };
}

function stageRow({ depthwise, pointwise }: Stage, { width, height, depth, data }: Layer): Row {
  const sums = new Float32Array(width * depth);
  return (y, into) => {
    sums.fill(0);
    for (let dy = -1; dy <= 1; dy++) {
      if (y + dy < 0 || y + dy >= height) continue;
      for (let dx = -1; dx <= 1; dx++) {
        const weight = ((dy + 1) * 3 + dx + 1) * depth;
        for (let x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
          const from = ((y + dy) * width + x + dx) * depth;
          const to = x * depth;
          for (let c = 0; c < depth; c++)
            sums[to + c] = (sums[to + c] as number) + (data[from + c] as number) * (depthwise[weight + c] as number);
        }
      }
    }
    multiply(pointwise, sums, into, width);
  };
}

/** @param input of sides that are multiples of 32, red, green, blue, as `pixelsFor` makes it */
export function* runFaceNet(net: FaceNet, input: Layer): Generator<void, Layer> {
  let layer = yield* pooled(firstRow(net.first, input), input.width - 2, input.height - 2, net.first.outputs, 2);
  for (const [n, stage] of net.stages.entries()) {
    const step = n < net.stages.length - 1 ? 2 : 1;
    layer = yield* pooled(stageRow(stage, layer), layer.width, layer.height, stage.pointwise.outputs, step);
  }
  const cells = layer.width * layer.height;
  const data = new Float32Array(cells * net.last.outputs);
  multiply(net.last, layer.data, data, cells);
  return { width: layer.width, height: layer.height, depth: net.last.outputs, data };
}
