/**
 * Papers as PDF, set by Typst in a thread of this process: no browser, no network. Data goes in as JSON and is shown
 * letter by letter, whatever a name contains. The thread starts with the first paper and is kept.
 */
import { Worker } from 'node:worker_threads';
import type { Papers } from './papers.ts';

/** A paper of thirty pages takes less than a second; the first one also loads the compiler. */
const DEADLINE_MS = 30_000;

interface Waiting {
  resolve(pdf: Buffer): void;
  reject(error: Error): void;
}
interface Answer {
  id: number;
  pdf?: Uint8Array;
  reason?: string;
}

class Typesetter {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private last = 0;

  render(template: string, data: unknown): Promise<Buffer> {
    const id = ++this.last;
    const worker = (this.worker ??= this.start());
    return new Promise<Buffer>((resolve, reject) => {
      const deadline = setTimeout(() => this.stop(worker, new Error(`${template} took too long to set`)), DEADLINE_MS);
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(deadline);
          this.waiting.delete(id);
          if (this.waiting.size === 0) worker.unref();
          settle(value);
        };
      };
      this.waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      // A process with a paper in the making stays; an idle thread keeps nobody.
      worker.ref();
      worker.postMessage({ id, template, data: JSON.stringify(data) });
    });
  }

  private start(): Worker {
    const worker = new Worker(new URL('./pdf-worker.mjs', import.meta.url), { execArgv: [] });
    worker.on('message', ({ id, pdf, reason }: Answer) => {
      if (pdf) this.waiting.get(id)?.resolve(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
      else this.waiting.get(id)?.reject(new Error(`The paper could not be set: ${reason}`));
    });
    worker.on('error', (error) => this.stop(worker, error));
    worker.on('exit', () => this.stop(worker, new Error('The typesetter has ended')));
    return worker;
  }

  /** Who still waits is told; the next paper gets a new thread. */
  private stop(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    void worker.terminate();
    for (const { reject } of this.waiting.values()) reject(error);
  }
}

const typesetter = new Typesetter();

/** @throws Error when the template and the data do not fit: a bug, not a matter of input */
export function renderPdf<T extends keyof Papers>(template: T, data: Papers[T]): Promise<Buffer> {
  return typesetter.render(template, data);
}
