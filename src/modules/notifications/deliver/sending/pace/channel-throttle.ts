/**
 * One channel's traffic in this process: its sends in flight, its account's pace, and what its answers teach. A channel in
 * trouble rests and gives its rows back to the sweep instead of keeping a worker busy; each channel has its own throttle.
 */
import type { Channel, SendResult } from '#channels';
import { CHUNK_SIZE } from '../../../delivery-channels.ts';
import type { AccountPace } from './account-pace.ts';
import type { ChannelHealth } from '../../../plan/states/channel-health.ts';
import type { ChannelPace } from './channel-pace.ts';

/** Consecutive failures of the channel itself after which it is called failing, after which it rests, and for how long. */
const FAILURES_TO_TELL = 5;
const FAILURES_TO_REST = 20;
const REST_MS = 30_000;
/** Out of order: a person has to act, and until then it is only asked now and then. */
const OUT_OF_ORDER_MS = 60_000;
const PAUSE_MS = 60_000;

/** Sends that are in doubt when a worker dies, as long as a channel has not shown that it is quick. */
const BATCH = 100;
const ROUNDS_PER_BATCH = 2;
/** A slow account's batch ends after so long, so that its results are soon seen and a stop is soon heard. */
const BATCH_SECONDS = 5;
/** What counts is how long sends stay unwritten: a quick channel gets larger batches, up to a whole chunk. */
const QUICK_MS = 50;
/** After a rest only a few find out whether it works again. */
const PROBE = 2;

export class ChannelThrottle {
  private readonly account: AccountPace;
  private inFlight = 0;
  private readonly waiting: (() => void)[] = [];
  private failures = 0;
  private isProbing = false;
  private quick: number;
  /** What has to be told when the batch is over. */
  private news: { failing?: string; restMs: number; works: boolean } = { restMs: 0, works: false };

  constructor(
    readonly channel: Channel,
    readonly pace: ChannelPace,
    private readonly health: ChannelHealth,
  ) {
    this.account = pace.accountOf(channel);
    this.quick = this.slowBatch;
  }

  /** Sends between two writes of results. */
  get batch(): number {
    return this.isProbing ? PROBE : this.quick;
  }

  /** How long a batch of so many sends took. */
  learn(sends: number, tookMs: number): void {
    if (tookMs > QUICK_MS) this.quick = this.slowBatch;
    else if (sends >= this.quick) this.quick = Math.min(this.quick * 2, CHUNK_SIZE);
  }

  /** What is known of the channel is made new, where it is not young. */
  look(): Promise<void> {
    return this.health.look();
  }

  /** Milliseconds that the channel still rests; 0 when it may be used. */
  get restMs(): number {
    return this.health.pauseMs(this.channel.id);
  }

  /** Declared down, or everything is stopped: what is not sent stays as it is. */
  get isHeld(): boolean {
    return this.health.isHeld(this.channel.id);
  }

  /** Reserves the pace of so many requests. */
  expect(requests: number): Promise<void> {
    return this.account.expect(requests);
  }

  /** True, or a promise of true, when a send of so many requests may start, which `leave` ends; of false: not any more. */
  enter(requests: number): true | Promise<boolean> {
    if (this.inFlight >= this.channel.limits.concurrency) return this.enterLater(requests);
    this.inFlight += 1;
    const turn = this.account.take(requests);
    return turn === true ? true : this.settled(turn);
  }

  /** Pace for a second try of a send that has entered. */
  readonly another = async (requests: number): Promise<boolean> => this.account.take(requests);

  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.inFlight -= 1;
  }

  /** Tells how a send went. A pause counts at once, the rest is told with `settle`. */
  note(result: SendResult): void {
    if (result.ok) return this.works();
    const { cls, code, retryAfterMs, scope } = result;
    switch (cls) {
      case 'RETRY_AFTER':
        if (scope !== 'address') void this.pace.pause(this.channel, retryAfterMs ?? PAUSE_MS).catch(() => undefined);
        return;
      case 'REAUTH':
      case 'CONFIG':
        this.news.failing = code;
        this.news.restMs = retryAfterMs ?? OUT_OF_ORDER_MS;
        return;
      case 'RETRYABLE':
      case 'AMBIGUOUS':
        return this.fails(code);
      case 'QUOTA':
        return;
      default:
        return this.works();
    }
  }

  /** After a batch: what was learnt of the channel is told to all workers. */
  async settle(): Promise<void> {
    const { id } = this.channel;
    const { failing, restMs, works } = this.news;
    this.news = { restMs: 0, works: false };
    if (restMs > 0) await this.health.pause([id], restMs);
    if (failing) await this.health.failing(id, failing);
    else if (works) await this.health.recovered(id);
  }

  private works(): void {
    this.failures = 0;
    this.isProbing = false;
    this.news.works = true;
  }

  private fails(code: string): void {
    this.failures += 1;
    if (this.failures >= FAILURES_TO_TELL) this.news.failing = code;
    if (this.failures < FAILURES_TO_REST && !this.isProbing) return;
    this.news.restMs = REST_MS;
    this.isProbing = true;
  }

  private get slowBatch(): number {
    const { concurrency, perSecond } = this.channel.limits;
    return Math.min(BATCH, concurrency * ROUNDS_PER_BATCH, Math.max(1, Math.ceil(perSecond * BATCH_SECONDS)));
  }

  private async enterLater(requests: number): Promise<boolean> {
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.settled(this.account.take(requests));
  }

  private async settled(turn: true | Promise<boolean>): Promise<boolean> {
    const may = await turn;
    if (!may) this.leave();
    return may;
  }
}
