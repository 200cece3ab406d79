/** What the signatures of one file are worth, judged where it is called. */
import { Verdict } from './cms.ts';
import { Unreadable } from './pdf-lexer.ts';
import { namesSignature, pdfSignatures } from './pdf-signatures.ts';
import { type Found, nobody, type SignatureFact } from './signature-facts.ts';
import { readTrustList } from './trust.ts';
import { packageSignatures } from './xml-signatures.ts';

export interface SignatureJob {
  format: 'pdf' | 'docx';
  exported: Uint8Array;
  back: Uint8Array;
  /** Of the authorities' certificates. */
  folder: string | undefined;
  /** When the file came in, in milliseconds. */
  now: number;
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export async function judgeSignatures(job: SignatureJob): Promise<Found> {
  const { format, folder, now } = job;
  const [exported, back] = [asBuffer(job.exported), asBuffer(job.back)];
  const options = { trustList: readTrustList(folder), now: new Date(now) };
  try {
    if (format === 'pdf') return await pdfSignatures(exported, back, options);
    return packageSignatures(exported, back, options);
  } catch (error) {
    if (error instanceof Verdict) return asFact(error);
    if (!(error instanceof Unreadable || error instanceof RangeError)) throw error;
    if (format === 'pdf' && !namesSignature(back, exported.length)) return { outcome: 'notSigned' };
    return asFact({ state: 'unchecked', reason: error instanceof RangeError ? 'tooComplex' : 'unreadable' });
  }
}

/** A verdict over the whole file, where nobody's signature could be told apart. */
const asFact = ({ state, reason }: Pick<SignatureFact, 'state' | 'reason'>): Found => ({
  signatures: [{ ...nobody, state, reason }],
  addedAfter: false,
});
