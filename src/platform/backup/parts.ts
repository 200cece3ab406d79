/**
 * The parts of a backup as streams: content is counted and hashed, compressed, encrypted, counted and hashed again, written.
 * Nothing is held but the piece that is on its way, whatever a part's size.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Duplex, pipeline as connect } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import type { Decrypter, Encrypter } from 'age-encryption';
import { BackupProblem, isMissing } from './backup-problem.ts';

export type Bytes = AsyncIterable<Uint8Array>;

/** How much there is of something, and what it is. */
export interface Sum {
  bytes: number;
  /** SHA-256, hex. */
  sha256: string;
}

const LINE_END = 10;
/** Rows of COPY compress almost as well as at the highest level, in a third of the time. */
const GZIP_LEVEL = 3;

/** Looks at bytes on their way. */
export class Meter {
  private bytes = 0;
  private readonly hash = createHash('sha256');
  /** Ends of lines: COPY writes one per row, and none within a value. */
  lines = 0;

  constructor(private readonly countsLines = false) {}

  async *pass(source: Bytes): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.bytes += chunk.length;
      this.hash.update(chunk);
      if (this.countsLines)
        for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) this.lines += 1;
      yield chunk;
    }
  }

  sum(): Sum {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

/** An error on either side ends the other one, and whoever reads gets it. */
function through(source: Bytes, transform: Duplex): Bytes {
  connect(source, transform, () => undefined);
  return transform;
}

/** What the encrypting library takes: Node's own streams under the browsers' name. */
type WebStream = Parameters<Decrypter['decrypt']>[0] & { getReader: unknown };

/** Pieces are asked for one by one: Readable.toWeb would let thousands of them wait. */
export const webOf = (source: Bytes): WebStream => ReadableStream.from(source) as WebStream;

async function* encrypted(source: Bytes, encrypter: Encrypter): AsyncGenerator<Uint8Array> {
  yield* await encrypter.encrypt(webOf(source));
}

export async function* decrypted(source: Bytes, decrypter: Decrypter): AsyncGenerator<Uint8Array> {
  yield* await decrypter.decrypt(webOf(source));
}

export const unzipped = (source: Bytes): Bytes => through(source, createGunzip());

export interface Written {
  /** Before compression and encryption. */
  content: Sum;
  stored: Sum;
  lines: number;
}

export interface WriteOptions {
  encrypter: Encrypter | undefined;
  /** Text is; photos are compressed already. */
  isText: boolean;
  signal?: AbortSignal | undefined;
}

/** Writes one part, readable by nobody else, on the disk when this is done. */
export async function writePart(
  path: string,
  source: Bytes,
  { encrypter, isText, signal }: WriteOptions,
): Promise<Written> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const content = new Meter(isText);
  const stored = new Meter();
  let stream: Bytes = content.pass(source);
  if (isText) stream = through(stream, createGzip({ level: GZIP_LEVEL }));
  if (encrypter) stream = encrypted(stream, encrypter);
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(stored.pass(stream), file, { ...(signal && { signal }) });
  return { content: content.sum(), stored: stored.sum(), lines: content.lines };
}

/** What was written, as it was before. */
export function readPart(path: string, decrypter: Decrypter | undefined, isText: boolean): Bytes {
  const raw: Bytes = createReadStream(path);
  const open = decrypter ? decrypted(raw, decrypter) : raw;
  return isText ? unzipped(open) : open;
}

/** Text by its lines. */
export async function* linesOf(source: Bytes): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

/** Reads to the end. */
export async function sumOf(source: Bytes): Promise<Sum & { lines: number }> {
  const meter = new Meter(true);
  for await (const _ of meter.pass(source));
  return { ...meter.sum(), lines: meter.lines };
}

/** @throws partMissing, partDamaged */
export async function requireStored(path: string, part: string, expected: Sum): Promise<void> {
  const found = await sumOf(createReadStream(path)).catch((error: unknown) => {
    throw isMissing(error) ? new BackupProblem('partMissing', { part }) : error;
  });
  if (found.sha256 !== expected.sha256) throw new BackupProblem('partDamaged', { part });
}
