/** The last minutes of some time that is taken again and again, in steps of a fifth: a few hundred numbers, whatever the load. */

const FIRST = 0.001;
const STEP = 1.2;
const STEPS = 64;
const MINUTES = 5;
const MINUTE_MS = 60_000;
/** Of fewer, one that was slow would speak for all. */
const ENOUGH = 20;

interface Minute {
  minute: number;
  counts: Uint32Array;
}

export class Percentile {
  private readonly minutes: Minute[] = [];

  /** @param now milliseconds of a clock that only goes on */
  note(seconds: number, now: number): void {
    const { counts } = this.at(Math.floor(now / MINUTE_MS));
    const step = seconds <= FIRST ? 0 : Math.ceil(Math.log(seconds / FIRST) / Math.log(STEP));
    const index = Math.min(STEPS - 1, step);
    counts[index] = (counts[index] ?? 0) + 1;
  }

  /** Seconds within which this part of the last five minutes' was; null: there were too few. */
  read(part: number, now: number): number | null {
    const from = Math.floor(now / MINUTE_MS) - MINUTES + 1;
    const recent = this.minutes.filter(({ minute }) => minute >= from);
    const sums = Array.from({ length: STEPS }, (_, at) =>
      recent.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
    );
    const total = sums.reduce((sum, n) => sum + n, 0);
    if (total < ENOUGH) return null;
    let upTo = 0;
    const at = sums.findIndex((n) => (upTo += n) >= part * total);
    return FIRST * STEP ** at;
  }

  private at(minute: number): Minute {
    const last = this.minutes.at(-1);
    if (last?.minute === minute) return last;
    const next = { minute, counts: new Uint32Array(STEPS) };
    this.minutes.push(next);
    if (this.minutes.length > MINUTES) this.minutes.shift();
    return next;
  }
}
