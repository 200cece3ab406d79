import { platformErrors } from './problem.ts';

/** Schemas nest seven deep; what nests deeper than this ends whoever walks it by calling itself. */
const MOST_DEPTH = 32;
/** A list of 50,000 units has six for each. */
const MOST_VALUES = 500_000;
/** Objects of a list weigh more than this for each of their values; a megabyte of zeros would take the memory of fifty. */
const BYTES_OF_VALUE = 4;
/** Of so few it does not matter how small they are. */
const FREE_VALUES = 10_000;
/** No object here has as many names; a number for each of 5,000 teams is the most. */
const MOST_KEYS = 5_000;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPENS_LIST, OPENS_OBJECT, CLOSES_LIST, CLOSES_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d];

/** The index behind the text that begins at `from`; beyond the end where it has none. */
function behindText(json: Buffer, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at + 1;
}

const tooDense = () => platformErrors.tooDense({ depth: MOST_DEPTH, values: MOST_VALUES, keys: MOST_KEYS });

/** How many names each of the objects has within which the walk stands. */
class Keys {
  private readonly counts = new Uint32Array(MOST_DEPTH + 2);

  open(depth: number): void {
    if (depth > MOST_DEPTH) throw tooDense();
    this.counts[depth] = 0;
  }

  count(depth: number): void {
    const keys = (this.counts[Math.max(0, depth)] ?? 0) + 1;
    if (keys > MOST_KEYS) throw tooDense();
    this.counts[Math.max(0, depth)] = keys;
  }
}

/**
 * Asked of the bytes, before anything is made of them: reading JSON costs as much as it holds, whatever it weighs.
 * @throws platform.tooDense with how deep and of how many values a body may be, and of how many names an object
 */
export function checkJson(json: Buffer): void {
  const most = Math.min(MOST_VALUES, FREE_VALUES + json.length / BYTES_OF_VALUE);
  const keys = new Keys();
  let [depth, values] = [0, 0];
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === QUOTE) at = behindText(json, at) - 1;
    else if (byte === OPENS_LIST || byte === OPENS_OBJECT) keys.open((depth += 1));
    else if (byte === CLOSES_LIST || byte === CLOSES_OBJECT) depth -= 1;
    else if (byte === COLON) keys.count(depth);
    else if (byte !== COMMA) continue;
    values += byte === QUOTE || byte === COLON ? 0 : 1;
    if (values > most) throw tooDense();
  }
}
