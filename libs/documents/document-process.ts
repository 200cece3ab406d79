/**
 * A process of its own that makes files, one after the other: the server's event loop goes on, and what the making took of
 * memory goes back when it ends. It starts with the first file and ends when nobody asks for one any more; its script
 * answers each job by answer-jobs.ts.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Numbered } from './answer-jobs.ts';

interface Waiting {
  resolve(file: Buffer): void;
  reject(error: Error): void;
}

/** What comes within this time finds the process warm: loading the typesetter takes half a second. */
const IDLE_MS = 20_000;
/** A process that has grown beyond this ends as soon as nobody waits for it. */
const GROWN_BYTES = 350 * 1024 * 1024;

export class DocumentProcess<Job extends object> {
  private readonly waiting = new Map<number, Waiting>();
  private child: ChildProcess | undefined;
  private idle: NodeJS.Timeout | undefined;
  private last = 0;

  /** @param nodeFlags limits of memory, as Node takes them */
  constructor(
    private readonly script: URL,
    private readonly deadlineMs: number,
    private readonly nodeFlags: readonly string[] = [],
  ) {}

  /** @param what names the file in errors */
  make(what: string, job: Job): Promise<Buffer> {
    const id = ++this.last;
    clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    return new Promise<Buffer>((resolve, reject) => {
      const deadline = setTimeout(() => this.stop(child, new Error(`${what} took too long to make`)), this.deadlineMs);
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(deadline);
          this.waiting.delete(id);
          if (this.waiting.size === 0) this.rest(child);
          settle(value);
        };
      };
      this.waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      // A server with a document in the making stays; an idle process keeps nobody.
      child.ref();
      child.channel?.ref();
      child.send({ id, ...job } satisfies Numbered<Job>, (error) => error && this.stop(child, error));
    });
  }

  private start(): ChildProcess {
    const child = fork(this.script, {
      execArgv: [...this.nodeFlags],
      // None of the server's secrets: only what Node itself is told.
      env: { NODE_OPTIONS: process.env['NODE_OPTIONS'] ?? '' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (message) => this.heard(child, message as Answer));
    child.on('error', (error) => this.stop(child, error));
    child.on('exit', () => this.stop(child, new Error('The process that makes documents has ended')));
    return child;
  }

  private heard(child: ChildProcess, { id, file, reason, memory }: Answer): void {
    const waiting = this.waiting.get(id);
    if (file) waiting?.resolve(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
    else waiting?.reject(new Error(`The document could not be set: ${reason}`));
    if (memory > GROWN_BYTES && this.waiting.size === 0) this.stop(child, new Error('The process has grown'));
  }

  private rest(child: ChildProcess): void {
    if (this.child !== child) return;
    child.unref();
    child.channel?.unref();
    this.idle = setTimeout(() => this.stop(child, new Error('The process was idle')), IDLE_MS).unref();
  }

  /** Who still waits is told; the next document gets a new process. */
  private stop(child: ChildProcess, error: Error): void {
    if (this.child !== child) return;
    this.child = undefined;
    clearTimeout(this.idle);
    child.kill('SIGKILL');
    for (const { reject } of this.waiting.values()) reject(error);
  }
}
