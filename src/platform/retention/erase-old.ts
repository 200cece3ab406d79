import { setTimeout as rest } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { KeptName } from '#contracts/privacy/kept-records';
import { Clock, Tick } from '#platform/clock';
import { RetentionRegistry } from './retention-registry.ts';
import { RetentionRuns } from './retention-runs.ts';

const EVERY_MS = 120_000;
/** A worker that is told to stop waits for what runs: what is left is taken by the next round. */
const ROUND_MS = 12_000;
/** So few that nobody waits for a row of them. */
const BATCH = 500;
/** What had nothing to erase is not asked again for so long. */
const RESTING_MS = 3_300_000;

/** Erases what has been kept for its time: a few rows at a time, each few by themselves, and rests as long as it has worked. */
@Injectable()
export class EraseOld {
  /** From when on it is asked again. */
  private readonly nextAt = new Map<KeptName, number>();

  constructor(
    private readonly clock: Clock,
    private readonly registry: RetentionRegistry,
    private readonly runs: RetentionRuns,
  ) {}

  /** True when nothing is left that could go. */
  @Tick('platform.retention', EVERY_MS)
  round(): Promise<boolean> {
    const now = this.clock.now().getTime();
    const names = this.registry.names.filter((name) => (this.nextAt.get(name) ?? 0) <= now);
    return this.take(names, performance.now() + ROUND_MS);
  }

  /** All that is due, however long it takes. */
  async run(): Promise<void> {
    await this.take(this.registry.names, Number.POSITIVE_INFINITY);
  }

  private async take(names: readonly KeptName[], until: number): Promise<boolean> {
    for (const name of names) {
      if (!(await this.erase(name, until))) return false;
      this.nextAt.set(name, this.clock.now().getTime() + (this.registry.of(name).restingMs ?? RESTING_MS));
    }
    return true;
  }

  /** False when the time was up before the end. */
  private async erase(name: KeptName, until: number): Promise<boolean> {
    const before = await this.registry.before(name);
    const things = this.registry.of(name);
    const most = things.batch ?? BATCH;
    for (;;) {
      const from = performance.now();
      if (from > until) return false;
      const gone = await things.erase({ before, now: this.clock.now(), most });
      if (gone > 0) await this.runs.add(name, before, gone);
      if (gone < most) return true;
      await rest(performance.now() - from);
    }
  }
}
