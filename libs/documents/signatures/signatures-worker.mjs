/** Judges one signed file inside a thread of its own, which ends with it. Plain JavaScript: see ../pdf/pdf-worker.mjs. */
import { parentPort, workerData } from 'node:worker_threads';
import { Verdict } from './cms.mjs';
import { Unreadable } from './pdf-lexer.mjs';
import { namesSignature, pdfSignatures } from './pdf-signatures.mjs';
import { readTrustList } from './trust.mjs';
import { packageSignatures } from './xml-signatures.mjs';

const { format, folder, now } = workerData;
const [exported, back] = [workerData.exported, workerData.back].map((bytes) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
);

async function answer() {
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
const asFact = ({ state, reason }) => ({
  signatures: [{ state, reason, signer: null, issuer: null, signedAt: null, isStamped: false, addedAfter: false }],
  addedAfter: false,
});

parentPort.postMessage(await answer());
