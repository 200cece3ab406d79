/**
 * Whether a file is another one with signatures added and nothing else, and what these signatures are worth: a signed PDF
 * goes on behind the bytes of the unsigned one (ISO 32000, PAdES), a signed .docx has the same parts and signatures among
 * them (ECMA-376, XML-DSig). Hostile files are read in a thread of their own, one at a time, bounded in memory and time.
 */
import { Worker } from 'node:worker_threads';
import { scriptBeside } from './script-beside.ts';
import type { SignatureJob } from './signatures/judge-signatures.ts';
import { type Found, nobody, type SignatureFact, type SignatureState } from './signatures/signature-facts.ts';
import { guardZip } from './zip-guard.ts';

export type { SignatureFact, SignatureReason, SignatureState } from './signatures/signature-facts.ts';

export interface SignatureCheck {
  state: SignatureState;
  /** Bytes stand behind what any of the signatures covers. */
  addedAfter: boolean;
  signatures: SignatureFact[];
}
export type SignedVerdict =
  | { outcome: 'different' }
  | { outcome: 'notSigned' }
  | ({ outcome: 'signed' } & SignatureCheck);

export interface CheckOptions {
  /** Folder of the authorities' certificates, PEM; without it no issuer is known. */
  trustFolder?: string | undefined;
  /** When the file came in. */
  now: Date;
  deadlineMs?: number;
}

const ZIP_LIMITS = { maxInflatedBytes: 64 * 1024 * 1024, maxEntries: 500 };
const THREAD_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const order: readonly SignatureState[] = ['trusted', 'untrusted', 'unchecked', 'invalid'];

/** @param read reads the signatures; in a thread of its own, unless the file is known to be harmless */
export async function judgeSigned(
  format: 'pdf' | 'docx',
  exported: Buffer,
  back: Buffer,
  { trustFolder, now, deadlineMs }: CheckOptions,
  read: (job: SignatureJob, deadlineMs?: number) => Promise<Found> = inThread,
): Promise<SignedVerdict> {
  if (!(await (format === 'pdf' ? goesOn(exported, back) : isSafeZip(back)))) return { outcome: 'different' };
  if (back.equals(exported)) return { outcome: 'notSigned' };
  const job = { format, exported, back, folder: trustFolder, now: now.getTime() };
  const answer = await inTurn(() => read(job, deadlineMs));
  if ('outcome' in answer) return { outcome: answer.outcome };
  const { signatures, addedAfter } = answer;
  const worst = Math.max(...signatures.map(({ state }) => order.indexOf(state)));
  return { outcome: 'signed', state: order[worst] ?? 'unchecked', addedAfter, signatures };
}

async function goesOn(exported: Buffer, back: Buffer): Promise<boolean> {
  return back.length >= exported.length && back.subarray(0, exported.length).equals(exported);
}

async function isSafeZip(file: Buffer): Promise<boolean> {
  return guardZip(file, ZIP_LIMITS).then(
    () => true,
    () => false,
  );
}

let last: Promise<unknown> = Promise.resolve();
/** One file at a time: several hostile ones together would take several times the memory. */
function inTurn<T>(check: () => Promise<T>): Promise<T> {
  const mine = last.then(check);
  last = mine.catch(() => undefined);
  return mine;
}

function inThread({ exported, back, ...job }: SignatureJob, deadlineMs = 20_000): Promise<Found> {
  const worker = new Worker(scriptBeside(import.meta.url, './signatures/signatures-worker'), {
    workerData: { ...job, exported: new Uint8Array(exported), back: new Uint8Array(back) } satisfies SignatureJob,
    resourceLimits: THREAD_LIMITS,
    execArgv: [],
  });
  return new Promise<Found>((resolve) => {
    const end = (answer: Found) => {
      clearTimeout(deadline);
      resolve(answer);
      void worker.terminate();
    };
    // Whatever ends the thread, no verdict was reached: the file is kept under the name that says so.
    const given = () =>
      end({ signatures: [{ ...nobody, state: 'unchecked', reason: 'tooComplex' }], addedAfter: false });
    const deadline = setTimeout(given, deadlineMs);
    worker.once('message', end);
    worker.once('error', given);
    worker.once('exit', given);
  });
}
