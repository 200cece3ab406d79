/** What is measured when Prometheus asks: rows by their indexes, never more often than the answers are shared. */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { inTime } from '#platform/database';
import { Log } from '#platform/logging';
import { Queues } from '#platform/queue';
import type { MetricId } from '#platform/telemetry';
import { MeasureParts } from './measure-parts.ts';
import { OpenWork } from './open-work.ts';
import type { Counting } from './prometheus.ts';

const LOOP_STEP_MS = 10;
const NS = 1e9;
const PARTS_MS = 3_000;

type Tell = (id: MetricId, labels: Record<string, string>, value: number) => unknown;
const quantiles = { '0.5': 50, '0.95': 95, '0.99': 99 } as const;

@Injectable()
export class Gauges implements OnModuleDestroy {
  private loop: IntervalHistogram | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly queues: Queues,
    private readonly work: OpenWork,
    private readonly parts: MeasureParts,
    private readonly log: Log,
  ) {}

  onModuleDestroy(): void {
    this.loop?.disable();
  }

  watchLoop(): void {
    this.loop ??= monitorEventLoopDelay({ resolution: LOOP_STEP_MS });
    this.loop.enable();
  }

  /** What one process knows for all is told by workers; of requests each process tells its own. */
  async take({ gauges }: Counting): Promise<void> {
    const set: Tell = (id, labels, value) => gauges[id]?.set(labels, value);
    this.tellLoop(set);
    if (this.env.ROLE === 'api') return this.tellParts(gauges, set, ['answers', 'disk', 'clock']);
    await Promise.all([
      this.orSay('queues', () => this.tellQueues(set)),
      this.orSay('open work', () => this.tellOpenWork(set)),
    ]);
    await this.tellParts(gauges, set);
  }

  private async tellQueues(set: Tell): Promise<void> {
    for (const [queue, { waiting, active }] of await this.queues.depths()) {
      set('queueDepth', { queue, state: 'waiting' }, waiting);
      set('queueDepth', { queue, state: 'active' }, active);
    }
  }

  private async tellOpenWork(set: Tell): Promise<void> {
    for (const { kind, n, seconds } of await inTime(this.work.items(), PARTS_MS, 'PostgreSQL')) {
      set('openItems', { kind }, n);
      set('oldestOpen', { kind }, seconds);
    }
  }

  /** Redis or PostgreSQL out of reach keep nothing else from being told. */
  private async orSay(what: string, tell: () => Promise<void>): Promise<void> {
    await tell().catch((error: unknown) => this.log.warn({ error, what }, 'these figures could not be taken'));
  }

  /** What could not be measured is absent, so that an alert can say so. */
  private async tellParts(gauges: Counting['gauges'], set: Tell, only?: readonly string[]): Promise<void> {
    const parts = await this.parts.all();
    gauges.part?.reset();
    for (const [part, { value }] of parts) {
      if (value === null || (only && !only.includes(part))) continue;
      set('part', { part }, value);
    }
  }

  private tellLoop(set: Tell): void {
    if (!this.loop) return;
    for (const [quantile, percent] of Object.entries(quantiles))
      set('eventLoop', { quantile }, Math.max(0, this.loop.percentile(percent) / NS - LOOP_STEP_MS / 1000));
    this.loop.reset();
  }
}
