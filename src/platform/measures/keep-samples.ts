import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { PartId } from '#contracts/system/parts';
import { Tick } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Log } from '#platform/logging';
import { AnswerTimes } from './answer-times.ts';
import { MeasureParts } from './measure-parts.ts';
import { SAMPLE_MS, Samples } from './samples.ts';

/** A line of the last day for each part: of the whole by one worker, of answers by each process that gives some. */
@Injectable()
export class KeepSamples implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly parts: MeasureParts,
    private readonly answers: AnswerTimes,
    private readonly samples: Samples,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.ROLE !== 'api' || this.env.TICKS === 'off') return;
    this.timer = setInterval(() => void this.keepAnswers(), SAMPLE_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  @Tick('measures.sample', SAMPLE_MS)
  async run(): Promise<void> {
    const parts = await this.parts.all();
    await this.samples.keep(new Map([...parts].map(([part, { value }]) => [part, value])));
  }

  private async keepAnswers(): Promise<void> {
    const value = new Map<PartId, number | null>([['answers', this.answers.p95()]]);
    await this.samples.keep(value).catch((error: unknown) => this.log.warn({ error }, 'a sample was not kept'));
  }
}
