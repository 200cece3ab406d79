/**
 * A thread of this process that makes files, one after the other, so that the server's event loop goes on. It starts with
 * the first file and is kept; its script answers each job by answer-jobs.ts.
 */
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Answer, Numbered } from './answer-jobs.ts';

interface Waiting {
  resolve(file: Buffer): void;
  reject(error: Error): void;
}

export class DocumentThread<Job extends object> {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private last = 0;

  constructor(
    private readonly script: URL,
    private readonly deadlineMs: number,
    private readonly limits: ResourceLimits = {},
  ) {}

  /** @param what names the file in errors */
  make(what: string, job: Job): Promise<Buffer> {
    const id = ++this.last;
    const worker = (this.worker ??= this.start());
    return new Promise<Buffer>((resolve, reject) => {
      const deadline = setTimeout(() => this.stop(worker, new Error(`${what} took too long to make`)), this.deadlineMs);
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(deadline);
          this.waiting.delete(id);
          if (this.waiting.size === 0) worker.unref();
          settle(value);
        };
      };
      this.waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      // A process with a document in the making stays; an idle thread keeps nobody.
      worker.ref();
      worker.postMessage({ id, ...job } satisfies Numbered<Job>);
    });
  }

  private start(): Worker {
    const worker = new Worker(this.script, { execArgv: [], resourceLimits: this.limits });
    worker.on('message', ({ id, file, reason }: Answer) => {
      if (file) this.waiting.get(id)?.resolve(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
      else this.waiting.get(id)?.reject(new Error(`The document could not be set: ${reason}`));
    });
    worker.on('error', (error) => this.stop(worker, error));
    worker.on('exit', () => this.stop(worker, new Error('The thread has ended')));
    return worker;
  }

  /** Who still waits is told; the next document gets a new thread. */
  private stop(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    void worker.terminate();
    for (const { reject } of this.waiting.values()) reject(error);
  }
}
