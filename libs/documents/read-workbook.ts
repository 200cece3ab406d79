/**
 * Reads .xlsx, .xls (BIFF8) and .csv into plain data. Safe on hostile files: the size is capped, an archive is measured
 * before it is unpacked, and parsing runs in a thread with its own memory limit and deadline.
 */
import { Worker } from 'node:worker_threads';
import { FileError, type FileErrorCode, type Workbook } from './workbook.ts';
import { guardZip } from './zip-guard.ts';

export interface ReadLimits {
  maxBytes: number;
  /** Of all entries of an .xlsx together. */
  maxInflatedBytes: number;
  maxEntries: number;
  /** Filled cells of all sheets together; also the sum of merged areas. */
  maxCells: number;
  maxRows: number;
  maxColumns: number;
  maxMerges: number;
  deadlineMs: number;
  maxHeapMb: number;
}

export const defaultReadLimits: ReadLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxInflatedBytes: 96 * 1024 * 1024,
  maxEntries: 2_000,
  maxCells: 300_000,
  maxRows: 20_000,
  maxColumns: 1_000,
  maxMerges: 50_000,
  deadlineMs: 20_000,
  maxHeapMb: 512,
};

/**
 * @param data the file's content; its kind is taken from the content, never from a name
 * @throws FileError with a code of `fileErrorCodes`
 */
export async function readWorkbook(data: Buffer, limits: Partial<ReadLimits> = {}): Promise<Workbook> {
  const all = { ...defaultReadLimits, ...limits };
  if (data.length > all.maxBytes) throw new FileError('file.tooBig', { maxMb: Math.floor(all.maxBytes / 1_048_576) });
  const format = formatOf(data);
  if (format === 'xlsx') await guardZip(data, all);
  if (format === 'xls' && isEncryptedXls(data)) throw new FileError('file.encrypted');
  return parseInThread(data, format, all);
}

const zipMagic = Buffer.from('PK\u0003\u0004', 'latin1');
const oleMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const bookStream = Buffer.from('Workbook', 'utf16le');

function formatOf(data: Buffer): Workbook['format'] {
  if (data.subarray(0, 4).equals(zipMagic)) return 'xlsx';
  if (data.subarray(0, 8).equals(oleMagic)) {
    if (data.includes(encryptedPackage)) throw new FileError('file.encrypted');
    if (!data.includes(bookStream)) throw new FileError('file.notAWorkbook');
    return 'xls';
  }
  if (data.length === 0 || !looksLikeText(data)) throw new FileError('file.notAWorkbook');
  return 'csv';
}

/** Control bytes other than tab and line ends mean a binary file; UTF-16 is let through by its marks. */
function looksLikeText(data: Buffer): boolean {
  const head = data.subarray(0, 4096);
  if (/^\s*(<!doctype|<html|%PDF|\{\\rtf)/i.test(head.toString('latin1'))) return false;
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head.includes(0);
  return wide ? head.length > 3 : !head.some((byte) => byte < 9 || (byte > 13 && byte < 32));
}

/** A protected BIFF8 stream carries a FILEPASS record right after its first BOF (8 bytes of head, 16 of body). */
function isEncryptedXls(data: Buffer): boolean {
  const bof = data.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
  return bof >= 0 && bof + 22 <= data.length && data.readUInt16LE(bof + 20) === 0x002f;
}

interface Answer {
  workbook?: Workbook;
  refusal?: { code: FileErrorCode; params: Record<string, string | number>; reason?: string };
}

function parseInThread(data: Buffer, format: Workbook['format'], limits: ReadLimits): Promise<Workbook> {
  const worker = new Worker(new URL('./workbook-worker.mjs', import.meta.url), {
    workerData: { bytes: new Uint8Array(data), format, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMb, maxYoungGenerationSizeMb: 64 },
    execArgv: [],
  });
  return new Promise<Workbook>((resolve, reject) => {
    const deadline = setTimeout(
      () => fail(new FileError('file.tooSlow', { seconds: limits.deadlineMs / 1000 })),
      limits.deadlineMs,
    );
    const end = (settle: () => void) => {
      clearTimeout(deadline);
      settle();
      void worker.terminate();
    };
    const fail = (error: Error) => end(() => reject(error));
    worker.once('message', ({ workbook, refusal }: Answer) => {
      if (workbook) end(() => resolve(workbook));
      else fail(new FileError(refusal?.code ?? 'file.damaged', refusal?.params, { cause: refusal?.reason }));
    });
    worker.once('error', (error) => fail(threadError(error, limits)));
    worker.once('exit', () => fail(new FileError('file.damaged')));
  });
}

function threadError(error: Error, limits: ReadLimits): FileError {
  const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory
    ? new FileError('file.tooManyCells', { max: limits.maxCells })
    : new FileError('file.damaged', {}, { cause: error });
}
