/**
 * A process of its own that makes files, one after the other: the server's event loop goes on, and what the making took of
 * memory goes back when it ends. It starts with the first file and ends when nobody asks for one any more; its script
 * answers each job by answer-jobs.ts.
 */
import type { ChildProcess } from 'node:child_process';
import type { Answer, Numbered } from './answer-jobs.ts';
import { IdleProcess } from './idle-process.ts';

interface Waiting {
  resolve(file: Buffer): void;
  reject(error: Error): void;
}

/** A process that has grown beyond this ends as soon as nobody waits for it. */
const GROWN_BYTES = 350 * 1024 * 1024;

export class DocumentProcess<Job extends object> {
  private readonly waiting = new Map<number, Waiting>();
  private readonly process: IdleProcess;
  private last = 0;

  /** @param nodeFlags limits of memory, as Node takes them */
  constructor(
    script: URL,
    private readonly deadlineMs: number,
    private readonly nodeFlags: readonly string[] = [],
  ) {
    // Who still waits is told; the next document gets a new process.
    this.process = new IdleProcess(script, (error) => {
      for (const { reject } of this.waiting.values()) reject(error);
    });
  }

  /** @param what names the file in errors */
  make(what: string, job: Job): Promise<Buffer> {
    const id = ++this.last;
    const child = this.process.wake() ?? this.start();
    return new Promise<Buffer>((resolve, reject) => {
      const deadline = setTimeout(
        () => this.process.stop(child, new Error(`${what} took too long to make`)),
        this.deadlineMs,
      );
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(deadline);
          this.waiting.delete(id);
          if (this.waiting.size === 0) this.process.rest(child);
          settle(value);
        };
      };
      this.waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      child.send({ id, ...job } satisfies Numbered<Job>, (error) => error && this.process.stop(child, error));
    });
  }

  private start(): ChildProcess {
    const child = this.process.start(this.nodeFlags);
    child.on('message', (message) => this.heard(child, message as Answer));
    return child;
  }

  private heard(child: ChildProcess, { id, file, reason, memory }: Answer): void {
    const waiting = this.waiting.get(id);
    if (file) waiting?.resolve(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
    else waiting?.reject(new Error(`The document could not be set: ${reason}`));
    if (memory > GROWN_BYTES && this.waiting.size === 0) this.process.stop(child, new Error('The process has grown'));
  }
}
