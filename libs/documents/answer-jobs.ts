/** What a thread of document-thread.ts does: each job gets one answer. */
import { parentPort } from 'node:worker_threads';

export type Numbered<Job> = Job & { id: number };
export interface Answer {
  id: number;
  file?: Uint8Array;
  reason?: string;
}

/** @param afterwards what can wait until the file is on its way */
export function answerJobs<Job>(
  make: (job: Job) => Uint8Array | Promise<Uint8Array>,
  afterwards: (job: Job) => void = () => undefined,
): void {
  const tell = (answer: Answer) => parentPort?.postMessage(answer);
  parentPort?.on('message', async (job: Numbered<Job>) => {
    try {
      tell({ id: job.id, file: await make(job) });
    } catch (error) {
      tell({ id: job.id, reason: (error instanceof Error && error.message) || String(error) });
    } finally {
      afterwards(job);
    }
  });
}
