/**
 * Works off one chunk: claims it with a lease, asks the guards once, sends with the channel's pace, and writes results in
 * small batches. The mark is moved before a batch is sent, so that a dead worker leaves only that batch in doubt.
 */
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { v4 } from 'uuid';
import { Clock } from '#platform/clock';
import { continueTrace, SpanKind, traced } from '#platform/telemetry';
import { Interactions } from '../../zalo/interactions.ts';
import type { DeliveryRow, Written } from './chunk-rows.ts';
import { ChunkStore, LEASE_MS } from './chunk-store.ts';
import type { Work } from './chunk-work.ts';
import type { ChannelThrottle } from '../pace/channel-throttle.ts';
import { MessageRenderer } from '../message-renderer.ts';
import { deferred } from '../outcome.ts';
import { SendBatch } from './send-batch.ts';
import { WriteResults } from './write-results.ts';

/** What has been in doubt once is sent a few at a time, so that it hardly ever is again. */
const CAREFUL_BATCH = 4;

@Injectable()
export class DeliverChunk implements OnModuleDestroy {
  private isClosing = false;

  constructor(
    private readonly store: ChunkStore,
    private readonly results: WriteResults,
    private readonly renderer: MessageRenderer,
    private readonly batches: SendBatch,
    private readonly interactions: Interactions,
    private readonly clock: Clock,
  ) {}

  /** Shutting down ends the work at the next batch; the rest goes back to the sweep. */
  onModuleDestroy(): void {
    this.isClosing = true;
  }

  /** Does nothing when the chunk is not due or somebody else's: a job is only a hint. */
  async execute(throttle: ChannelThrottle, chunkId: number): Promise<void> {
    const claim = v4();
    const chunk = await this.store.claim(chunkId, claim, { usual: throttle.batch, careful: CAREFUL_BATCH });
    if (!chunk) return;
    const work: Work = {
      chunkId,
      claim,
      chunk,
      throttle,
      render: this.renderer.forChunk(chunk, throttle.channel),
    };
    const heartbeat = setInterval(() => void this.store.prolong(chunkId, claim).catch(() => undefined), LEASE_MS / 3);
    try {
      await continueTrace(chunk.traceParent, { name: `deliver ${chunk.channel}`, kind: SpanKind.CONSUMER }, () =>
        this.work(work),
      );
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async work(work: Work): Promise<void> {
    const { chunkId, chunk } = work;
    const rows = await this.store.load(chunkId, chunk);
    if (chunk.channel === 'zalo-oa')
      await this.interactions.load(rows.flatMap(({ address }) => (address === null ? [] : [address])));
    await this.deliver(work, rows, chunk.attempted);
  }

  private async deliver(work: Work, rows: readonly DeliveryRow[], firstBatch: number): Promise<void> {
    const { throttle, chunk } = work;
    let size = firstBatch;
    let retryAt: Date | null = null;
    for (let start = 0; ; ) {
      const { written, taken, isHalted } = await this.next(work, rows, start, size);
      start += taken;
      retryAt = earliest(retryAt, written);
      if (isHalted || this.isClosing)
        return void (await this.results.write(work, written, { retryAt: this.clock.now() }));
      if (start >= rows.length) return void (await this.results.write(work, written, { retryAt }));
      size = chunk.careful ? CAREFUL_BATCH : throttle.batch;
      const marked = (rows[Math.min(start + size, rows.length) - 1]?.position ?? 0) + 1;
      if (!(await this.results.write(work, written, { marked }))) return;
    }
  }

  /** One batch from `start` on; everything that is left, when the channel rests. Halted: what is not in `written` was not sent. */
  private async next(
    work: Work,
    rows: readonly DeliveryRow[],
    start: number,
    size: number,
  ): Promise<{ written: Written[]; taken: number; isHalted: boolean }> {
    const { throttle } = work;
    await throttle.look();
    if (throttle.isHeld) return { written: [], taken: 0, isHalted: true };
    if (throttle.restMs > 0) return this.hold(work, rows.slice(start));
    const batch = rows.slice(start, start + size);
    const startedAt = performance.now();
    const part = {
      name: `send ${throttle.channel.id}`,
      kind: SpanKind.CLIENT,
      attributes: { 'to_so.messages': batch.length },
    };
    const { written, unsent } = await traced(part, () => this.batches.send(work, batch));
    throttle.learn(batch.length, performance.now() - startedAt);
    await throttle.settle();
    if (unsent.length === 0) return { written, taken: batch.length, isHalted: false };
    if (this.isClosing || throttle.isHeld || throttle.restMs === 0)
      return { written, taken: batch.length - unsent.length, isHalted: true };
    const held = this.hold(work, unsent);
    return { written: inOrder([...written, ...held.written]), taken: batch.length, isHalted: false };
  }

  private hold({ chunk, throttle }: Work, rows: readonly DeliveryRow[]) {
    const until = new Date(this.clock.now().getTime() + throttle.restMs);
    const written = rows.map(
      (row): Written => ({
        row,
        outcome: deferred(until, 'channel_rests', { expiresAt: chunk.expiresAt }),
      }),
    );
    return { written, taken: rows.length, isHalted: false };
  }
}

function inOrder(written: readonly Written[]): Written[] {
  return [...written].sort((a, b) => a.row.position - b.row.position);
}

function earliest(known: Date | null, written: readonly Written[]): Date | null {
  return written.reduce<Date | null>(
    (first, { outcome: { state, nextAttemptAt } }) =>
      state === 'due' && nextAttemptAt && (!first || nextAttemptAt < first) ? nextAttemptAt : first,
    known,
  );
}
