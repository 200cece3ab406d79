/** What is measured when Prometheus asks: rows by their indexes, never more often than the answers are shared. */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { Queues } from '#platform/queue';
import type { MetricId } from '#platform/telemetry';
import { MeasureParts } from './measure-parts.ts';
import { OpenWork } from './open-work.ts';
import type { Counting } from './prometheus.ts';

const LOOP_STEP_MS = 10;
const NS = 1e9;
const quantiles = { '0.5': 50, '0.95': 95, '0.99': 99 } as const;

@Injectable()
export class Gauges implements OnModuleDestroy {
  private loop: IntervalHistogram | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly queues: Queues,
    private readonly work: OpenWork,
    private readonly parts: MeasureParts,
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
    const set = (id: MetricId, labels: Record<string, string>, value: number) => gauges[id]?.set(labels, value);
    this.tellLoop(set);
    if (this.env.ROLE === 'api') return this.tellParts(gauges, set, ['answers', 'disk', 'clock']);
    for (const [queue, { waiting, active }] of await this.queues.depths()) {
      set('queueDepth', { queue, state: 'waiting' }, waiting);
      set('queueDepth', { queue, state: 'active' }, active);
    }
    for (const { kind, n, seconds } of await this.work.items()) {
      set('openItems', { kind }, n);
      set('oldestOpen', { kind }, seconds);
    }
    await this.tellParts(gauges, set);
  }

  /** What could not be measured is absent, so that an alert can say so. */
  private async tellParts(
    gauges: Counting['gauges'],
    set: (id: MetricId, labels: Record<string, string>, value: number) => unknown,
    only?: readonly string[],
  ): Promise<void> {
    const parts = await this.parts.all();
    gauges.part?.reset();
    for (const [part, { value }] of parts) {
      if (value === null || (only && !only.includes(part))) continue;
      set('part', { part }, value);
    }
  }

  private tellLoop(set: (id: MetricId, labels: Record<string, string>, value: number) => unknown): void {
    if (!this.loop) return;
    for (const [quantile, percent] of Object.entries(quantiles))
      set('eventLoop', { quantile }, Math.max(0, this.loop.percentile(percent) / NS - LOOP_STEP_MS / 1000));
    this.loop.reset();
  }
}
