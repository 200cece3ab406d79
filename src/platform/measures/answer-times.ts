import { Injectable } from '@nestjs/common';
import { Percentile } from './percentile.ts';

/** How long the answers of this process took to be ready: reading them is the client's time. */
@Injectable()
export class AnswerTimes {
  private readonly times = new Percentile();

  note(seconds: number): void {
    this.times.note(seconds, performance.now());
  }

  /** Seconds within which 95 % of the last five minutes' were ready; null: too few have asked. */
  p95(): number | null {
    return this.times.read(0.95, performance.now());
  }
}
