import { platformErrors } from './problem.ts';

/** Schemas nest seven deep; what nests deeper than this ends whoever walks it by calling itself. */
const MOST_DEPTH = 32;
/** A list of 50,000 units has six for each; a megabyte of zeros or of empty lists would take the memory of fifty. */
const MOST_VALUES = 500_000;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPENS_LIST, OPENS_OBJECT, CLOSES_LIST, CLOSES_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d];

/** The index behind the text that begins at `from`; beyond the end where it has none. */
function behindText(json: Buffer, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at + 1;
}

/**
 * Asked of the bytes, before anything is made of them: reading JSON costs as much as it holds, whatever it weighs.
 * @throws platform.tooDense with how deep and of how many values a body may be
 */
export function checkJson(json: Buffer): void {
  let [depth, values, at] = [0, 0, 0];
  while (at < json.length) {
    const byte = json[at];
    if (byte === QUOTE) {
      at = behindText(json, at);
      continue;
    }
    if (byte === OPENS_LIST || byte === OPENS_OBJECT) depth += 1;
    else if (byte === CLOSES_LIST || byte === CLOSES_OBJECT) depth -= 1;
    else if (byte !== COMMA) {
      at += 1;
      continue;
    }
    values += 1;
    if (depth > MOST_DEPTH || values > MOST_VALUES)
      throw platformErrors.tooDense({ depth: MOST_DEPTH, values: MOST_VALUES });
    at += 1;
  }
}
