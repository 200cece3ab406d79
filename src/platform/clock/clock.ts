import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';

const localDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
const localTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});

/** The only reader of the time. Instants are UTC, days and hours are those of Viet Nam. */
@Injectable()
export class Clock {
  private offset = 0;

  constructor(@Inject(ENV) env: Pick<Env, 'CLOCK'>) {
    if (env.CLOCK) this.set(new Date(env.CLOCK));
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** `YYYY-MM-DD` in Viet Nam. */
  today(): string {
    return this.dayOf(this.now());
  }

  dayOf(instant: Date): string {
    return localDay.format(instant);
  }

  /** `HH:mm` in Viet Nam. */
  timeOf(instant: Date): string {
    return localTime.format(instant);
  }

  /** Moves this process's time; it runs on from there. */
  set(instant: Date): void {
    this.offset = instant.getTime() - Date.now();
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }
}
