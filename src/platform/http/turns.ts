/**
 * Work that costs much (a password's hash, a photo's decoding) waits for its turn: so many at once in this process, so many
 * in line, and whoever comes beyond these is told to come again instead of taking the machine from everybody.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import { platformErrors, type ProblemError } from './problem.ts';

interface Bounds {
  atOnce: number;
  /** How many may stand in line. */
  waiting: number;
  retryAfterSeconds: number;
  /** After each piece the next waits as long as it took: no more than half a core goes there, whatever comes. */
  rests?: boolean;
}

export class Turns {
  private readonly limit: LimitFunction;

  constructor(private readonly bounds: Bounds) {
    this.limit = pLimit(bounds.atOnce);
  }

  /** @throws platform.busy with `seconds` */
  take<T>(work: () => Promise<T>): Promise<T> {
    if (this.isFull()) return Promise.reject(this.busy());
    return new Promise((resolve, reject) => {
      void this.limit(async () => {
        const from = performance.now();
        await work().then(resolve, reject);
        if (this.bounds.rests) await pause(performance.now() - from);
      });
    });
  }

  isFull(): boolean {
    const { activeCount, pendingCount } = this.limit;
    return activeCount + pendingCount >= this.bounds.atOnce + this.bounds.waiting;
  }

  busy(): ProblemError {
    const seconds = this.bounds.retryAfterSeconds;
    return platformErrors.busy({ seconds }).after(seconds);
  }
}
