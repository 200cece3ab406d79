/**
 * Whether a file is another one with signatures added and nothing else, and what these signatures are worth: a signed PDF
 * goes on behind the bytes of the unsigned one (ISO 32000, PAdES), a signed .docx has the same parts and signatures among
 * them (ECMA-376, XML-DSig). Hostile files are read in a thread of their own, one at a time, bounded in memory and time.
 */
import { Worker } from 'node:worker_threads';
import { guardZip } from './zip-guard.ts';

/** From the best to the worst; the worst signature speaks for the file. */
export type SignatureState = 'trusted' | 'untrusted' | 'unchecked' | 'invalid';
export type SignatureReason =
  | 'changed'
  | 'changedAfter'
  | 'contentReplaced'
  | 'notWhole'
  | 'malformed'
  | 'expired'
  | 'unreadable'
  | 'unsupported'
  | 'noCertificate'
  | 'tooComplex'
  | 'weak'
  | 'timeUnproven'
  | 'contentAdded'
  | 'addedAfter'
  | 'issuerUnknown'
  | 'noTrustList'
  | 'keyUsage';

export interface SignatureFact {
  state: SignatureState;
  /** Null for a trusted one. */
  reason: SignatureReason | null;
  /** By the certificate; null where none could be read. */
  signer: string | null;
  issuer: string | null;
  signedAt: string | null;
  /** By a trusted authority of time; else the signer's own clock said it. */
  isStamped: boolean;
  /** Something stands behind what it covers. */
  addedAfter: boolean;
}
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

export async function judgeSigned(
  format: 'pdf' | 'docx',
  exported: Buffer,
  back: Buffer,
  options: CheckOptions,
): Promise<SignedVerdict> {
  if (!(await (format === 'pdf' ? goesOn(exported, back) : isSafeZip(back)))) return { outcome: 'different' };
  if (back.equals(exported)) return { outcome: 'notSigned' };
  const answer = await inTurn(() => inThread(format, exported, back, options));
  if (!answer.signatures) return { outcome: answer.outcome ?? 'notSigned' };
  const worst = Math.max(...answer.signatures.map(({ state }) => order.indexOf(state)));
  const { signatures, addedAfter = false } = answer;
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

interface Answer {
  outcome?: 'different' | 'notSigned';
  signatures?: SignatureFact[];
  addedAfter?: boolean;
}

function inThread(
  format: 'pdf' | 'docx',
  exported: Buffer,
  back: Buffer,
  { trustFolder, now, deadlineMs = 20_000 }: CheckOptions,
): Promise<Answer> {
  const worker = new Worker(new URL('./signatures/signatures-worker.mjs', import.meta.url), {
    workerData: {
      format,
      exported: new Uint8Array(exported),
      back: new Uint8Array(back),
      folder: trustFolder,
      now: now.getTime(),
    },
    resourceLimits: THREAD_LIMITS,
    execArgv: [],
  });
  return new Promise<Answer>((resolve) => {
    const end = (answer: Answer) => {
      clearTimeout(deadline);
      resolve(answer);
      void worker.terminate();
    };
    // Whatever ends the thread, no verdict was reached: the file is kept under the name that says so.
    const given = () => end({ signatures: [{ ...nobody, state: 'unchecked', reason: 'tooComplex' }] });
    const deadline = setTimeout(given, deadlineMs);
    worker.once('message', end);
    worker.once('error', given);
    worker.once('exit', given);
  });
}

const nobody = { signer: null, issuer: null, signedAt: null, isStamped: false, addedAfter: false };
