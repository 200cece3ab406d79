/**
 * Hands files to the process that reads them: one at a time, with a few waiting, and no more. A child process and not a
 * thread, because a thread's memory limit does not count the buffers that a file is unpacked into.
 */
import type { ChildProcess } from 'node:child_process';
import { firstWord, IdleProcess } from '../idle-process.ts';
import { scriptBeside } from '../script-beside.ts';
import { FileError } from '../workbook.ts';
import type { ReaderAnswer, ReaderJob } from './reader-child.ts';

/** How many may wait for their turn, and what the next one is told. */
const maxWaiting = 4;
const retrySeconds = 10;
/** A process that has grown beyond this is not used again. */
const grownBytes = 220 * 1024 * 1024;

class ReaderProcess {
  private turn: Promise<unknown> = Promise.resolve();
  private inLine = 0;
  private readonly process = new IdleProcess(scriptBeside(import.meta.url, './reader-child'));
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
    const child = this.process.wake() ?? (await this.start(job));
    try {
      const { fields, refusal, failure } = await this.ask(child, job);
      if (refusal) throw new FileError(refusal.code, { ...refusal.params }, { cause: refusal.reason });
      if (!fields) throw new Error(`A file could not be read: ${failure}`);
      return fields;
    } finally {
      this.process.rest(child);
    }
  }

  private ask(child: ChildProcess, job: ReaderJob): Promise<ReaderAnswer> {
    const id = ++this.last;
    const { deadlineMs, maxHeapMb } = job.limits;
    return new Promise<ReaderAnswer>((resolve, reject) => {
      const deadline = setTimeout(() => {
        end();
        this.process.stop(child, new Error('A file took too long'));
        reject(new FileError('file.tooSlow', { seconds: deadlineMs / 1000 }));
      }, deadlineMs);
      const onMessage = (message: unknown) => {
        const answer = message as ReaderAnswer;
        if (answer.id !== id) return;
        end();
        if (answer.memory > grownBytes) this.process.stop(child, new Error('The process has grown'));
        resolve(answer);
      };
      const onExit = () => {
        end();
        this.process.stop(child, new Error('The process has ended'));
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

  private async start({ limits }: ReaderJob): Promise<ChildProcess> {
    const child = this.process.start([`--max-old-space-size=${limits.maxHeapMb}`, '--max-semi-space-size=8']);
    await firstWord(child);
    return child;
  }
}

/** One for the whole server: several at once would share its memory and its processors. */
export const readerProcess = new ReaderProcess();
