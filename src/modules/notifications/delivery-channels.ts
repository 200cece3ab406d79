import { type Channel, type ChannelId, TokenBucket } from '#channels';

/** Deliveries per job: large enough that the queue costs nothing, small enough to be lost and found in seconds. */
export const CHUNK_SIZE = 500;

/** The external channels of this installation, in the order of the ladder. */
export class DeliveryChannels {
  /** Told when other channels are put in. */
  onUse: (() => void) | undefined;

  constructor(private channels: readonly Channel[]) {}

  get ladder(): readonly Channel[] {
    return this.channels;
  }

  /** Other channels instead: for emulators and counting channels. */
  use(channels: readonly Channel[]): void {
    this.channels = channels;
    this.onUse?.();
  }

  get ids(): ChannelId[] {
    return this.ladder.map(({ id }) => id);
  }

  /** The channels that come after this one for a person whom it could not reach. */
  after(id: string): ChannelId[] {
    const { ids } = this;
    return ids.slice(ids.indexOf(id as ChannelId) + 1);
  }
}

/** Consecutive failures of the channel itself after which it rests, and for how long. */
const FAILURES_TO_REST = 20;
const REST_MS = 30_000;

/** Sends that are in doubt when a worker dies, as long as a channel has not shown that it is quick. */
const BATCH = 100;
const ROUNDS_PER_BATCH = 2;
/** What counts is how long sends stay unwritten: a quick channel gets larger batches, up to a whole chunk. */
const QUICK_MS = 50;

/**
 * One channel's traffic in this process: its token bucket, its sends in flight, and its rest after trouble. A channel
 * that rests gives its rows back to the sweep instead of keeping a worker busy; other channels have lanes of their own.
 */
export class Lane {
  private readonly bucket: TokenBucket;
  private inFlight = 0;
  private readonly waiting: (() => void)[] = [];
  private failures = 0;
  private restsUntil = 0;
  /** Sends between two writes of results. */
  batch: number;

  constructor(readonly channel: Channel) {
    this.bucket = new TokenBucket(channel.limits.perSecond, channel.limits.burst, performance.now());
    this.batch = this.slowBatch;
  }

  /** How long a batch of so many sends took. */
  learn(sends: number, tookMs: number): void {
    if (tookMs > QUICK_MS) this.batch = this.slowBatch;
    else if (sends >= this.batch) this.batch = Math.min(this.batch * 2, CHUNK_SIZE);
  }

  /** Milliseconds that the channel still rests; 0 when it may be used. */
  get restMs(): number {
    return Math.max(0, this.restsUntil - performance.now());
  }

  /** Undefined when a send may start at once; else resolves when it may. Each start is ended by `leave`. */
  enter(): Promise<void> | undefined {
    const wait = this.bucket.take(performance.now());
    if (wait === 0 && this.inFlight < this.channel.limits.concurrency) {
      this.inFlight += 1;
      return undefined;
    }
    return this.enterLater(wait);
  }

  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.inFlight -= 1;
  }

  /** Tells how a send went: trouble of the channel itself makes it rest, anything else proves it alive. */
  note(trouble: boolean, retryAfterMs = 0): void {
    this.failures = trouble ? this.failures + 1 : 0;
    const rest = Math.max(retryAfterMs, this.failures >= FAILURES_TO_REST ? REST_MS : 0);
    if (rest === 0) return;
    this.restsUntil = Math.max(this.restsUntil, performance.now() + rest);
    this.failures = 0;
  }

  private get slowBatch(): number {
    return Math.min(BATCH, this.channel.limits.concurrency * ROUNDS_PER_BATCH);
  }

  private async enterLater(wait: number): Promise<void> {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (this.inFlight < this.channel.limits.concurrency) {
      this.inFlight += 1;
      return;
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
