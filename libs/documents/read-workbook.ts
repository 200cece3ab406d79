/**
 * Reads .xlsx, .ods, .xls (BIFF8) and .csv into plain data, in a process of its own with a memory limit and a deadline:
 * the server's event loop sees a file only as bytes that go and an answer that comes.
 */
import { defaultReadLimits, inMb, type ReadLimits } from './reading/limits.ts';
import { readerProcess } from './reading/reader-process.ts';
import { FileError, type TextEncoding, type Workbook } from './workbook.ts';

export { defaultReadLimits, type ReadLimits } from './reading/limits.ts';

export interface ReadOptions {
  limits?: Partial<ReadLimits>;
  /** What a person said that a .csv is in. */
  encoding?: TextEncoding;
}

/** A module whose `interpret(workbook, input)` is run where the file is read; it is pure and gives plain data. */
export interface Interpretation {
  module: URL;
  input: unknown;
  /** The file is no workbook: `interpret` gets its bytes. */
  raw?: true;
}

/**
 * @param data the file's content; its kind is taken from the content, never from a name
 * @throws FileError with a code of `fileErrorCodes`
 */
export async function readWorkbook(data: Buffer, limits: Partial<ReadLimits> = {}): Promise<Workbook> {
  const { workbook } = await readerProcess.run({ bytes: checked(data, limits), limits: all(limits) });
  return JSON.parse(workbook ?? 'null') as Workbook;
}

/**
 * Each field of what `interpret` gives, as JSON: what is only stored need not be parsed.
 * @param source a file, or a workbook that was read before
 * @throws FileError
 */
export function interpretFile(
  source: Buffer | Workbook,
  { module, input, raw }: Interpretation,
  { limits = {}, encoding }: ReadOptions = {},
): Promise<Record<string, string>> {
  return readerProcess.run({
    ...(Buffer.isBuffer(source) ? { bytes: checked(source, limits) } : { workbook: source }),
    limits: all(limits),
    ...(encoding && { encoding }),
    interpretation: { module: module.href, input, ...(raw && { raw }) },
  });
}

/** The module beside another one, in TypeScript where that runs from the sources. */
export function moduleBeside(from: string, name: string): URL {
  return new URL(`./${name}${from.endsWith('.ts') ? '.ts' : '.js'}`, from);
}

function all(limits: Partial<ReadLimits>): ReadLimits {
  return { ...defaultReadLimits, ...limits };
}

function checked(data: Buffer, limits: Partial<ReadLimits>): Uint8Array {
  const { maxBytes } = all(limits);
  if (data.length > maxBytes) throw new FileError('file.tooBig', { maxMb: inMb(maxBytes) });
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
