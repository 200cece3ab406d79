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
  /** How many times as fast as the machine's; in a soak alone more than once. */
  readonly speed: number;
  /** The instant from which on it is so: the same for all processes. */
  private readonly since: number;
  /** False where the time was given: then it has nothing to do with anybody's clock. */
  private readonly isOfMachine: boolean;
  private offset = 0;
  /** By how much the machine's clock is ahead of the database's, as far as it has been put right here. */
  private ahead = 0;

  constructor(@Inject(ENV) env: Pick<Env, 'CLOCK'> & Partial<Pick<Env, 'CLOCK_SPEED'>>) {
    const [speed = '1', since = 0] = env.CLOCK_SPEED?.split('@') ?? [];
    this.speed = Number(speed);
    this.since = new Date(since).getTime();
    this.isOfMachine = !env.CLOCK;
    if (env.CLOCK) this.set(new Date(env.CLOCK));
  }

  now(): Date {
    return new Date(this.running() + this.offset);
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
    this.offset = instant.getTime() - this.running();
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }

  /**
   * The database's clock decides: all processes write into the same rows, and one that is ahead would hold them back for the
   * others (leases, next attempts, terms of sessions). @param aheadMs of this machine's clock; below zero: behind it
   */
  correct(aheadMs: number): void {
    if (this.isOfMachine) this.ahead = aheadMs;
  }

  private running(): number {
    const real = Date.now() - this.ahead;
    return real + Math.max(0, real - this.since) * (this.speed - 1);
  }
}
