/** Which signs a font holds: its `cmap`, read out of the file (https://www.w3.org/TR/WOFF2/, OpenType 1.9 "cmap"). */
import { brotliDecompressSync } from 'node:zlib';

/** By their number in a WOFF2 table directory; only those before `cmap` matter, which is the first. */
const CMAP = 0;
const OWN_TAG = 63;
/** glyf and loca may be written in a form of their own, all others as they are unless they say so. */
const TRANSFORMED = new Set([10, 11]);

/** @returns the code points for which the font has a glyph */
export function signsOfWoff2(file: Buffer): Set<number> {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('No WOFF2 file');
  const tables = file.readUInt16BE(12);
  let at = 48;
  const length = (): number => {
    let value = 0;
    for (;;) {
      const byte = file[at++] as number;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let offset = 0;
  let found: [number, number] | undefined;
  for (let i = 0; i < tables; i += 1) {
    const flags = file[at++] as number;
    const known = flags & 63;
    const tag = known === OWN_TAG ? file.toString('latin1', at, (at += 4)) : known === CMAP ? 'cmap' : '';
    const original = length();
    const version = flags >> 6;
    const size = (TRANSFORMED.has(known) ? version !== 3 : version !== 0) ? length() : original;
    if (tag === 'cmap') found = [offset, size];
    offset += size;
  }
  if (!found) throw new Error('A font without a cmap');
  const content = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return signsOfCmap(content.subarray(found[0], found[0] + found[1]));
}

/** The same of a TrueType file. */
export function signsOfTrueType(file: Buffer): Set<number> {
  for (let i = 0; i < file.readUInt16BE(4); i += 1) {
    const at = 12 + i * 16;
    if (file.toString('latin1', at, at + 4) === 'cmap') return signsOfCmap(file.subarray(file.readUInt32BE(at + 8)));
  }
  throw new Error('A font without a cmap');
}

function signsOfCmap(cmap: Buffer): Set<number> {
  const signs = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(table, signs);
    if (format === 12)
      for (let group = 0; group < table.readUInt32BE(12); group += 1)
        for (let sign = table.readUInt32BE(16 + group * 12); sign <= table.readUInt32BE(20 + group * 12); sign += 1)
          signs.add(sign);
  }
  return signs;
}

/** Format 4: segments with an end, a start, a difference and a place in a list of glyphs. */
function addSegments(table: Buffer, signs: Set<number>): void {
  const twice = table.readUInt16BE(6);
  for (let i = 0; i < twice; i += 2) {
    const [end, start] = [table.readUInt16BE(14 + i), table.readUInt16BE(16 + twice + i)];
    const delta = table.readUInt16BE(16 + 2 * twice + i);
    const place = 16 + 3 * twice + i;
    const range = table.readUInt16BE(place);
    for (let sign = start; sign <= end && sign !== 0xffff; sign += 1) {
      const glyph = range === 0 ? sign + delta : table.readUInt16BE(place + range + 2 * (sign - start));
      if ((glyph & 0xffff) !== 0) signs.add(sign);
    }
  }
}
