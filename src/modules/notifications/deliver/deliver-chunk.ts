/**
 * Works off one chunk: claims it with a lease, asks the guards once, sends with the channel's pace, and writes results in
 * small batches. The mark is moved before a batch is sent, so that a dead worker leaves only that batch in doubt.
 */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { v4 } from 'uuid';
import type { SendContext, SendResult } from '#channels';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import type { Lane } from '../delivery-channels.ts';
import { ChunkStore, type ClaimedChunk, type DeliveryRow, LEASE_MS, type Written } from './chunk-store.ts';
import { type ChunkRenderer, MessageRenderer } from './message-renderer.ts';
import { deferred, isChannelTrouble, type Outcome, outcomeOf, refused, skipped } from './outcome.ts';
import { quietUntil } from './quiet-hours.ts';
import { WriteResults } from './write-results.ts';

/** What has been in doubt once is sent a few at a time, so that it hardly ever is again. */
const CAREFUL_BATCH = 4;

interface Work {
  chunkId: number;
  claim: string;
  chunk: ClaimedChunk;
  lane: Lane;
  render: ChunkRenderer;
}

@Injectable()
export class DeliverChunk implements OnModuleDestroy {
  private isClosing = false;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly store: ChunkStore,
    private readonly results: WriteResults,
    private readonly renderer: MessageRenderer,
    private readonly clock: Clock,
  ) {}

  /** Shutting down ends the work at the next batch; the rest goes back to the sweep. */
  onModuleDestroy(): void {
    this.isClosing = true;
  }

  /** Does nothing when the chunk is not due or somebody else's: a job is only a hint. */
  async execute(lane: Lane, chunkId: number): Promise<void> {
    const claim = v4();
    const chunk = await this.store.claim(chunkId, claim, { usual: lane.batch, careful: CAREFUL_BATCH });
    if (!chunk) return;
    const work: Work = { chunkId, claim, chunk, lane, render: this.renderer.forChunk(chunk, lane.channel) };
    const heartbeat = setInterval(() => void this.store.prolong(chunkId, claim).catch(() => undefined), LEASE_MS / 3);
    try {
      await this.deliver(work, await this.store.load(chunkId, chunk), chunk.attempted);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async deliver(work: Work, rows: readonly DeliveryRow[], firstBatch: number): Promise<void> {
    const { lane, chunk } = work;
    let size = firstBatch;
    let retryAt: Date | null = null;
    for (let start = 0; ; ) {
      const startedAt = performance.now();
      const rest = lane.restMs;
      const batch = rest > 0 ? rows.slice(start) : rows.slice(start, start + size);
      const written =
        rest > 0 ? this.hold(work, batch, rest) : await Promise.all(batch.map((row) => this.one(work, row)));
      if (rest === 0) lane.learn(batch.length, performance.now() - startedAt);
      start += batch.length;
      retryAt = earliest(retryAt, written);
      if (start >= rows.length) return void (await this.results.write(work, written, { retryAt }));
      if (this.isClosing) return void (await this.results.write(work, written, { retryAt: this.clock.now() }));
      size = chunk.careful ? CAREFUL_BATCH : lane.batch;
      const marked = (rows[Math.min(start + size, rows.length) - 1]?.position ?? 0) + 1;
      if (!(await this.results.write(work, written, { marked }))) return;
    }
  }

  private hold({ chunk }: Work, rows: readonly DeliveryRow[], milliseconds: number): Written[] {
    const until = new Date(this.clock.now().getTime() + milliseconds);
    return rows.map((row) => ({ row, outcome: deferred(until, 'channel_rests', { expiresAt: chunk.expires_at }) }));
  }

  private async one(work: Work, row: DeliveryRow): Promise<Written> {
    return { row, outcome: this.guard(work, row) ?? (await this.send(work, row)) };
  }

  /** What keeps a message from being sent, the same for all channels. */
  private guard({ chunk, lane }: Work, row: DeliveryRow): Outcome | undefined {
    const now = this.clock.now();
    if (chunk.cancelled_at) return skipped('cancelled');
    if (chunk.expires_at <= now) return skipped('expired');
    if (row.skip) return skipped(row.skip);
    if (row.address === null) return refused('no_address', 'RECIPIENT_GONE');
    if (!lane.channel.limits.respectsQuietHours) return undefined;
    const until = quietUntil(now, row.quiet_from ?? this.env.QUIET_FROM, row.quiet_to ?? this.env.QUIET_TO);
    return until && deferred(until, 'quiet_hours', { expiresAt: chunk.expires_at });
  }

  private async send(work: Work, row: DeliveryRow): Promise<Outcome> {
    const { chunk, lane, render } = work;
    const { channel } = lane;
    const to = channel.address.parse(row.address as string);
    if (to === undefined) return refused('bad_address', 'RECIPIENT_GONE');
    const { message, parts } = render(row);
    const verdict = channel.canSend(to, message, this.clock.now());
    if (verdict.kind === 'deny') return refused(verdict.reason);
    if (verdict.kind === 'defer') return deferred(verdict.until, 'window', { expiresAt: chunk.expires_at });
    const turn = lane.enter();
    if (turn) await turn;
    try {
      const result = await channel.send(
        to,
        parts,
        new Sending(`${chunk.message_id}:${row.person_id}:${channel.id}`, row.attempts + 1, channel.limits.timeoutMs),
      );
      lane.note(isChannelTrouble(result), pauseOf(result));
      return outcomeOf(result, {
        attempts: row.attempts,
        repeats: row.repeats,
        repeatable: chunk.repeatable,
        now: this.clock.now(),
        expiresAt: chunk.expires_at,
      });
    } finally {
      lane.leave();
    }
  }
}

/** A timer per send is made only for channels that ask for the signal. */
class Sending implements SendContext {
  constructor(
    readonly deliveryKey: string,
    readonly attempt: number,
    private readonly timeoutMs: number,
  ) {}

  get signal(): AbortSignal {
    return AbortSignal.timeout(this.timeoutMs);
  }
}

function pauseOf(result: SendResult): number {
  if (result.ok) return 0;
  return ['RETRY_AFTER', 'QUOTA', 'REAUTH', 'CONFIG'].includes(result.cls) ? (result.retryAfterMs ?? 60_000) : 0;
}

function earliest(known: Date | null, written: readonly Written[]): Date | null {
  return written.reduce<Date | null>(
    (first, { outcome: { state, nextAttemptAt } }) =>
      state === 'due' && nextAttemptAt && (!first || nextAttemptAt < first) ? nextAttemptAt : first,
    known,
  );
}
