/**
 * Unpacks a zip archive under hard limits. Only what the directory says and the entries themselves confirm is believed:
 * 64-bit sizes, overlapping entries, two entries of one name and sizes that lie are refused, none of which a spreadsheet
 * program writes into a list of this size.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import { FileError } from '../workbook.ts';
import { inMb, type ReadLimits } from './limits.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const locatorSignature = 0x07064b50;
const wide = 0xffffffff;
const wideCount = 0xffff;

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  compressed: number;
  inflated: number;
  offset: number;
}

/**
 * @param wanted which entries are kept; the others are inflated too, to know that they are what they say, and thrown away
 * @throws FileError file.zipBomb, file.zip64, file.unsafeArchive, file.encrypted, file.damaged
 */
export async function openZip(
  data: Buffer,
  wanted: (name: string) => boolean,
  limits: ReadLimits,
): Promise<Map<string, Buffer>> {
  const entries = readDirectory(data, limits);
  const spans = entries.map((entry) => ({ entry, ...contentOf(data, entry) }));
  checkOverlap(spans);
  const parts = new Map<string, Buffer>();
  for (const { entry, from } of spans) {
    const content = data.subarray(from, from + entry.compressed);
    const part = await inflated(entry, content, wanted(entry.name));
    if (part) parts.set(entry.name, part);
  }
  return parts;
}

/** Names of an archive's entries, without opening any. @throws as openZip */
export function zipNames(data: Buffer, limits: ReadLimits): string[] {
  return readDirectory(data, limits).map(({ name }) => name);
}

function readDirectory(data: Buffer, limits: ReadLimits): Entry[] {
  const end = findEnd(data);
  const count = data.readUInt16LE(end + 10);
  const start = data.readUInt32LE(end + 16);
  const isWide = count === wideCount || start === wide || data.readUInt32LE(end + 12) === wide;
  if (isWide || (end >= 20 && data.readUInt32LE(end - 20) === locatorSignature)) throw new FileError('file.zip64');
  if (count > limits.maxEntries)
    throw new FileError('file.zipBomb', { entries: count, maxMb: inMb(limits.maxInflatedBytes) });
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== entrySignature) throw new FileError('file.damaged');
    entries.push(readEntry(data, at));
    at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  checkEntries(entries, limits);
  return entries;
}

function findEnd(data: Buffer): number {
  for (let at = data.length - 22; at >= Math.max(0, data.length - 65_557); at--)
    if (data.readUInt32LE(at) === endSignature) return at;
  throw new FileError('file.damaged');
}

function readEntry(data: Buffer, at: number): Entry {
  const entry = {
    name: data.toString('utf8', at + 46, at + 46 + data.readUInt16LE(at + 28)),
    flags: data.readUInt16LE(at + 8),
    method: data.readUInt16LE(at + 10),
    crc: data.readUInt32LE(at + 16),
    compressed: data.readUInt32LE(at + 20),
    inflated: data.readUInt32LE(at + 24),
    offset: data.readUInt32LE(at + 42),
  };
  if ([entry.compressed, entry.inflated, entry.offset].includes(wide)) throw new FileError('file.zip64');
  return entry;
}

function checkEntries(entries: readonly Entry[], limits: ReadLimits): void {
  const names = new Set<string>();
  let sum = 0;
  for (const { name, flags, inflated } of entries) {
    if ((flags & 1) !== 0) throw new FileError('file.encrypted');
    if (names.has(name.toLowerCase())) throw new FileError('file.unsafeArchive', { entry: shown(name) });
    names.add(name.toLowerCase());
    sum += inflated;
    if (inflated > limits.maxEntryBytes) throw new FileError('file.zipBomb', { maxMb: inMb(limits.maxEntryBytes) });
    if (sum > limits.maxInflatedBytes) throw new FileError('file.zipBomb', { maxMb: inMb(limits.maxInflatedBytes) });
  }
}

function contentOf(data: Buffer, entry: Entry): { from: number; start: number; end: number } {
  const at = entry.offset;
  if (at + 30 > data.length || data.readUInt32LE(at) !== localSignature) throw new FileError('file.damaged');
  const nameEnd = at + 30 + data.readUInt16LE(at + 26);
  if (data.toString('utf8', at + 30, nameEnd) !== entry.name)
    throw new FileError('file.unsafeArchive', { entry: shown(entry.name) });
  const from = nameEnd + data.readUInt16LE(at + 28);
  const end = from + entry.compressed;
  if (end > data.length) throw new FileError('file.damaged');
  return { from, start: at, end };
}

function checkOverlap(spans: readonly { entry: Entry; start: number; end: number }[]): void {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  sorted.forEach(({ entry, start }, i) => {
    const before = sorted[i - 1];
    if (before && start < before.end) throw new FileError('file.unsafeArchive', { entry: shown(entry.name) });
  });
}

async function inflated(entry: Entry, content: Buffer, keep: boolean): Promise<Buffer | undefined> {
  const lie = () => new FileError('file.unsafeArchive', { entry: shown(entry.name) });
  if (entry.method === 0) {
    if (entry.compressed !== entry.inflated) throw lie();
    if (crc32(content) !== entry.crc) throw new FileError('file.damaged');
    return keep ? content : undefined;
  }
  if (entry.method !== 8) throw new FileError('file.notAWorkbook');
  const part = keep ? Buffer.alloc(entry.inflated) : undefined;
  let size = 0;
  let crc = 0;
  for await (const chunk of inflating(content)) {
    if (size + chunk.length > entry.inflated) throw lie();
    part?.set(chunk, size);
    crc = crc32(chunk, crc);
    size += chunk.length;
  }
  if (size !== entry.inflated) throw lie();
  if (crc !== entry.crc) throw new FileError('file.damaged');
  return part;
}

/** Chunks of 64 KB, each made only when the one before has been taken. */
async function* inflating(content: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw();
  stream.end(content);
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof FileError ? error : new FileError('file.damaged', {}, { cause: error });
  } finally {
    stream.destroy();
  }
}

function shown(name: string): string {
  return name.slice(0, 80);
}
