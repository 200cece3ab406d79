/** Judges one signed file inside a thread of its own, which ends with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { judgeSignatures } from './judge-signatures.ts';

parentPort?.postMessage(await judgeSignatures(workerData));
