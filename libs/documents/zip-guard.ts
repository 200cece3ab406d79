/**
 * Refuses a zip archive that would unpack to more than allowed, before any parser sees it. Declared sizes are summed
 * first; since they can lie, every entry is then inflated once under a hard limit and thrown away.
 */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { FileError } from './workbook.ts';

const inflate = promisify(inflateRaw);

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const sentinel = 0xffffffff;

export interface ZipLimits {
  maxInflatedBytes: number;
  maxEntries: number;
}

interface Entry {
  method: number;
  compressed: number;
  inflated: number;
  offset: number;
}

/**
 * @throws FileError file.zipBomb when the content exceeds the limits, file.damaged when the archive's directory is broken.
 */
export async function guardZip(data: Buffer, limits: ZipLimits): Promise<void> {
  const entries = readDirectory(data, limits.maxEntries);
  const declared = entries.reduce((sum, entry) => sum + entry.inflated, 0);
  if (declared > limits.maxInflatedBytes) throw zipBomb(limits);
  let left = limits.maxInflatedBytes;
  for (const entry of entries) left -= await inflatedSize(data, entry, left, limits);
}

function readDirectory(data: Buffer, maxEntries: number): Entry[] {
  const end = findEnd(data);
  const count = data.readUInt16LE(end + 10);
  if (count > maxEntries) throw new FileError('file.zipBomb', { entries: count });
  const entries: Entry[] = [];
  let position = data.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (position + 46 > data.length || data.readUInt32LE(position) !== entrySignature)
      throw new FileError('file.damaged');
    entries.push(readEntry(data, position));
    position +=
      46 + data.readUInt16LE(position + 28) + data.readUInt16LE(position + 30) + data.readUInt16LE(position + 32);
  }
  return entries;
}

function findEnd(data: Buffer): number {
  for (let at = data.length - 22; at >= Math.max(0, data.length - 65_557); at--) {
    if (data.readUInt32LE(at) === endSignature) return at;
  }
  throw new FileError('file.damaged');
}

function readEntry(data: Buffer, at: number): Entry {
  const entry: Entry = {
    method: data.readUInt16LE(at + 10),
    compressed: data.readUInt32LE(at + 20),
    inflated: data.readUInt32LE(at + 24),
    offset: data.readUInt32LE(at + 42),
  };
  const extraStart = at + 46 + data.readUInt16LE(at + 28);
  return widen(data, entry, extraStart, extraStart + data.readUInt16LE(at + 30));
}

/** Some writers put 64-bit sizes into small files too. */
function widen(data: Buffer, entry: Entry, from: number, to: number): Entry {
  if (entry.inflated !== sentinel && entry.compressed !== sentinel && entry.offset !== sentinel) return entry;
  for (let at = from; at + 4 <= Math.min(to, data.length); at += 4 + data.readUInt16LE(at + 2)) {
    if (data.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const key of ['inflated', 'compressed', 'offset'] as const) {
      if (entry[key] !== sentinel) continue;
      if (field + 8 > data.length) throw new FileError('file.damaged');
      entry[key] = Number(data.readBigUInt64LE(field));
      field += 8;
    }
    return entry;
  }
  throw new FileError('file.damaged');
}

async function inflatedSize(data: Buffer, entry: Entry, left: number, limits: ZipLimits): Promise<number> {
  if (entry.offset + 30 > data.length || data.readUInt32LE(entry.offset) !== localSignature)
    throw new FileError('file.damaged');
  const start = entry.offset + 30 + data.readUInt16LE(entry.offset + 26) + data.readUInt16LE(entry.offset + 28);
  if (start + entry.compressed > data.length) throw new FileError('file.damaged');
  if (entry.method === 0) return entry.compressed;
  if (entry.method !== 8) throw new FileError('file.notAWorkbook');
  try {
    const out = await inflate(data.subarray(start, start + entry.compressed), { maxOutputLength: Math.max(1, left) });
    return out.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw zipBomb(limits);
    throw new FileError('file.damaged', {}, { cause: error });
  }
}

function zipBomb(limits: ZipLimits): FileError {
  return new FileError('file.zipBomb', { maxMb: Math.floor(limits.maxInflatedBytes / 1_048_576) });
}
