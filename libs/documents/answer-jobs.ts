/** What a process of document-process.ts does: each job gets one answer, one after the other. */

export type Numbered<Job> = Job & { id: number };
export interface Answer {
  id: number;
  file?: Uint8Array;
  reason?: string;
  /** Bytes that the process holds now. */
  memory: number;
}

/** @param afterwards what can wait until the file is on its way */
export function answerJobs<Job>(
  make: (job: Job) => Uint8Array | Promise<Uint8Array>,
  afterwards: (job: Job) => void = () => undefined,
): void {
  const tell = (answer: Omit<Answer, 'memory'>) => process.send?.({ ...answer, memory: process.memoryUsage.rss() });
  const work = async (job: Numbered<Job>): Promise<void> => {
    try {
      tell({ id: job.id, file: await make(job) });
    } catch (error) {
      tell({ id: job.id, reason: (error instanceof Error && error.message) || String(error) });
    } finally {
      afterwards(job);
    }
  };
  let turn = Promise.resolve();
  process.on('message', (job) => {
    turn = turn.then(() => work(job as Numbered<Job>));
  });
  process.on('disconnect', () => process.exit(0));
}
