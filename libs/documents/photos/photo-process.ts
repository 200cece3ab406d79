/**
 * Hands photos to a process that decodes them, one at a time, and kills it when one takes too long: the decoder's library can
 * wait for itself for ever (lovell/sharp#4486), and in the server's own process every later photo then waited behind that one.
 */
import type { ChildProcess } from 'node:child_process';
import { firstWord, IdleProcess } from '../idle-process.ts';
import { scriptBeside } from '../script-beside.ts';
import type { PhotoJob, PhotoOutcome } from './decode-photo.ts';
import type { PhotoAnswer } from './photo-child.ts';

/** The largest photo that is taken needs two seconds on one slow core. */
const DEADLINE_MS = 15_000;
/** A process that has grown beyond this is not used again. */
const GROWN_BYTES = 400 * 1024 * 1024;

export class PhotoProcess {
  private readonly process: IdleProcess;
  private turn: Promise<unknown> = Promise.resolve();
  private last = 0;

  constructor(
    script = scriptBeside(import.meta.url, './photo-child'),
    private readonly deadlineMs = DEADLINE_MS,
  ) {
    this.process = new IdleProcess(script);
  }

  /** Undefined when the decoder took too long or died; the next photo gets a new one. */
  run(job: PhotoJob): Promise<PhotoOutcome | undefined> {
    const mine = this.turn.then(() => this.work(job));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async work(job: PhotoJob): Promise<PhotoOutcome | undefined> {
    const child = this.process.wake() ?? (await this.start());
    const answer = await this.ask(child, job);
    if (!answer) this.process.stop(child, new Error('A photo was not decoded in time'));
    else if (answer.memory > GROWN_BYTES) this.process.stop(child, new Error('The process has grown'));
    else this.process.rest(child);
    return answer;
  }

  private ask(child: ChildProcess, job: PhotoJob): Promise<PhotoAnswer | undefined> {
    const id = ++this.last;
    return new Promise((resolve) => {
      const end = (answer?: PhotoAnswer) => {
        clearTimeout(deadline);
        child.off('message', heard).off('exit', gone);
        resolve(answer);
      };
      const heard = (message: unknown) => {
        const answer = message as PhotoAnswer;
        if (answer.id === id) end(answer);
      };
      const gone = () => end();
      const deadline = setTimeout(gone, this.deadlineMs);
      child.on('message', heard).once('exit', gone);
      child.send({ id, ...job }, (error) => error && gone());
    });
  }

  private async start(): Promise<ChildProcess> {
    const child = this.process.start([]);
    try {
      await firstWord(child);
    } catch (error) {
      this.process.stop(child, error as Error);
      throw error;
    }
    return child;
  }
}

const photos = new PhotoProcess();
export const makePhoto = (job: PhotoJob): Promise<PhotoOutcome | undefined> => photos.run(job);
