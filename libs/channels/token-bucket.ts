/** Lets `perSecond` pass on average and `burst` at once. Time comes in as milliseconds of any monotonic clock. */
export class TokenBucket {
  private tokens: number;
  private at: number;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number,
  ) {
    this.tokens = burst;
    this.at = now;
  }

  /** Takes one token; gives the milliseconds to wait before using it (0: at once). */
  take(now: number): number {
    this.refill(now);
    this.tokens -= 1;
    return this.tokens >= 0 ? 0 : Math.ceil((-this.tokens / this.perSecond) * 1000);
  }

  /** Nothing passes before `until`: the provider asked for a pause. */
  pause(now: number, milliseconds: number): void {
    this.refill(now);
    this.tokens = Math.min(this.tokens, -(milliseconds / 1000) * this.perSecond);
  }

  private refill(now: number): void {
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.at) / 1000) * this.perSecond);
    this.at = now;
  }
}
