/**
 * Hands files to the process that reads them: one at a time, with a few waiting, and no more. A child process and not a
 * thread, because a thread's memory limit does not count the buffers that a file is unpacked into.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { scriptBeside } from '../script-beside.ts';
import { FileError } from '../workbook.ts';
import type { ReaderAnswer, ReaderJob } from './reader-child.ts';

/** How many may wait for their turn, and what the next one is told. */
const maxWaiting = 4;
const retrySeconds = 10;
/** An idle process ends after this; one that has grown is not used again. */
const idleMs = 20_000;
const startMs = 60_000;
const grownBytes = 220 * 1024 * 1024;

const script = scriptBeside(import.meta.url, './reader-child');

class ReaderProcess {
  private turn: Promise<unknown> = Promise.resolve();
  private inLine = 0;
  private child: ChildProcess | undefined;
  private idle: NodeJS.Timeout | undefined;
  private last = 0;

  /** @throws FileError file.busy with `seconds`, and what is wrong with the file */
  async run(job: ReaderJob): Promise<Record<string, string>> {
    if (this.inLine > maxWaiting) throw new FileError('file.busy', { seconds: retrySeconds });
    this.inLine += 1;
    const mine = this.turn.then(() => this.work(job));
    this.turn = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      this.inLine -= 1;
    }
  }

  private async work(job: ReaderJob): Promise<Record<string, string>> {
    clearTimeout(this.idle);
    const child = this.child ?? (await this.start(job));
    child.ref();
    child.channel?.ref();
    try {
      const { fields, refusal, failure } = await this.ask(child, job);
      if (refusal) throw new FileError(refusal.code, { ...refusal.params }, { cause: refusal.reason });
      if (!fields) throw new Error(`A file could not be read: ${failure}`);
      return fields;
    } finally {
      this.rest(child);
    }
  }

  private ask(child: ChildProcess, job: ReaderJob): Promise<ReaderAnswer> {
    const id = ++this.last;
    const { deadlineMs, maxHeapMb } = job.limits;
    return new Promise<ReaderAnswer>((resolve, reject) => {
      const deadline = setTimeout(() => {
        end();
        this.stop(child);
        reject(new FileError('file.tooSlow', { seconds: deadlineMs / 1000 }));
      }, deadlineMs);
      const onMessage = (message: unknown) => {
        const answer = message as ReaderAnswer;
        if (answer.id !== id) return;
        end();
        if (answer.memory > grownBytes) this.stop(child);
        resolve(answer);
      };
      const onExit = () => {
        end();
        this.stop(child);
        // Node ends a process that has used up its memory; nothing else ends this one before its deadline.
        reject(new FileError('file.tooMuchMemory', { maxMb: maxHeapMb }));
      };
      const end = () => {
        clearTimeout(deadline);
        child.off('message', onMessage).off('exit', onExit);
      };
      child.on('message', onMessage).once('exit', onExit);
      child.send({ id, ...job }, (error) => error && onExit());
    });
  }

  /** The deadline of a file does not pay for the start, which takes its time on a busy machine. */
  private async start({ limits }: ReaderJob): Promise<ChildProcess> {
    const child = fork(script, {
      execArgv: [`--max-old-space-size=${limits.maxHeapMb}`, '--max-semi-space-size=8'],
      // None of the server's secrets: only what Node itself is told.
      env: { NODE_OPTIONS: process.env['NODE_OPTIONS'] ?? '' },
      serialization: 'advanced',
      // It reports its own end of memory at length.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child = child;
    child.on('error', () => this.stop(child));
    child.once('exit', () => this.stop(child));
    await once(child, 'message', { signal: AbortSignal.timeout(startMs) });
    return child;
  }

  /** An idle process keeps nobody, and does not stay for long. */
  private rest(child: ChildProcess): void {
    if (this.child !== child) return;
    child.unref();
    child.channel?.unref();
    this.idle = setTimeout(() => this.stop(child), idleMs).unref();
  }

  private stop(child: ChildProcess): void {
    if (this.child === child) this.child = undefined;
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
}

/** One for the whole server: several at once would share its memory and its processors. */
export const readerProcess = new ReaderProcess();
