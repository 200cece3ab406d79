/**
 * The process that reads files, one after the other, and ends with the server. It has its own memory limit and is killed
 * at its deadline, so that the server goes on whatever a file does. It also runs what a caller makes of the workbook:
 * a module with a pure function `interpret`, named by its address.
 */
import { FileError, type TextEncoding, type Workbook } from '../workbook.ts';
import { kindOf } from './file-kind.ts';
import type { ReadLimits } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readOds } from './read-ods.ts';
import { readXls } from './read-xls.ts';
import { readXlsx, refusalOf } from './read-xlsx.ts';

export interface ReaderJob {
  /** The file, or what was read of it before. */
  bytes?: Uint8Array;
  workbook?: Workbook;
  limits: ReadLimits;
  encoding?: TextEncoding;
  /** What to make of the workbook, or with `raw` of the bytes; without it the workbook is the answer. */
  interpretation?: { module: string; input: unknown; raw?: boolean };
}

export interface ReaderAnswer {
  id: number;
  /** Fields of the answer, each as JSON, so that what is only stored is never parsed. */
  fields?: Record<string, string>;
  refusal?: { code: FileError['code']; params: FileError['params']; reason: string };
  failure?: string;
  /** Of this process, in bytes. */
  memory: number;
}

interface Interpreter {
  interpret(source: Workbook | Uint8Array, input: unknown): object;
}

async function read(bytes: Uint8Array, { limits, encoding }: ReaderJob): Promise<Workbook> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(data, limits);
  try {
    if (kind === 'xlsx') return await readXlsx(data, limits);
    if (kind === 'ods') return await readOds(data, limits);
    if (kind === 'xls') return await readXls(data, limits);
    return readCsv(data, limits, encoding);
  } catch (error) {
    throw refusalOf(error, limits);
  }
}

async function work(job: ReaderJob): Promise<Record<string, string>> {
  const isRead = job.bytes && !job.interpretation?.raw;
  const source = isRead ? await read(job.bytes as Uint8Array, job) : (job.bytes ?? job.workbook);
  if (!source) throw new FileError('file.damaged');
  if (!job.interpretation) return { workbook: JSON.stringify(source) };
  const { interpret } = (await import(job.interpretation.module)) as Interpreter;
  const result = Object.entries(interpret(source, job.interpretation.input));
  return Object.fromEntries(result.map(([name, value]) => [name, JSON.stringify(value)]));
}

async function answer({ id, ...job }: ReaderJob & { id: number }): Promise<void> {
  const done: Omit<ReaderAnswer, 'memory'> = { id };
  try {
    done.fields = await work(job);
  } catch (error) {
    if (error instanceof FileError)
      done.refusal = { code: error.code, params: error.params, reason: String(error.cause ?? '') };
    else done.failure = (error as Error).stack ?? String(error);
  }
  process.send?.({ ...done, memory: process.memoryUsage.rss() });
}

process.on('message', (job) => void answer(job as ReaderJob & { id: number }));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
