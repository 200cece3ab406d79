import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Measures } from '#platform/health';
import { Handlings } from '#platform/outbox';
import { AnswerTimes } from './answer-times.ts';
import { connectionsInUse, settingsThatTell } from './database-facts.ts';
import { type Measured, MeasureParts, notMeasured } from './measure-parts.ts';
import { OpenWork } from './open-work.ts';

/** The parts of the machine: answers, work that waits, disk, database, clocks. */
@Injectable()
export class PlatformParts implements OnModuleInit {
  constructor(
    private readonly machine: Measures,
    private readonly database: Database,
    private readonly handlings: Handlings,
    private readonly work: OpenWork,
    private readonly answers: AnswerTimes,
    private readonly parts: MeasureParts,
  ) {}

  onModuleInit(): void {
    const only = (take: () => Promise<number | null> | number | null) => async () => ({
      value: await take(),
      facts: {},
    });
    this.parts.take(
      'answers',
      only(() => this.answers.p95()),
    );
    this.parts.take(
      'failed',
      only(() => this.handlings.failedTotal()),
    );
    this.parts.take(
      'statements',
      only(async () => (await connectionsInUse(this.database)).longest),
    );
    this.parts.take(
      'logs',
      only(() => settingsThatTell(this.database)),
    );
    this.parts.take('clock', () => this.skew());
    this.parts.take('connections', () => this.connections());
    this.parts.take('queue', () => this.queue());
    this.parts.take('disk', () => this.disk());
  }

  private async queue(): Promise<Measured> {
    const items = (await this.work.items()).filter(({ isPaced }) => !isPaced);
    const waiting = items.reduce((sum, { n }) => sum + n, 0);
    return { value: Math.max(0, ...items.map(({ seconds }) => seconds)), facts: { waiting } };
  }

  /** The fullest of those that are written to. */
  private async disk(): Promise<Measured> {
    const { disks } = await this.machine.read();
    const [fullest] = disks
      .map(({ freeBytes, totalBytes }) => ({ value: 1 - freeBytes / totalBytes, facts: { freeBytes } }))
      .toSorted((a, b) => b.value - a.value);
    return fullest ?? notMeasured;
  }

  /** Of all processes that run the one that is furthest off; this one is measured now. */
  private async skew(): Promise<Measured> {
    const worst = await this.machine.worstClock();
    return { value: Math.abs(worst.aheadMs) / 1000, facts: { processes: worst.processes }, at: worst.process };
  }

  private async connections(): Promise<Measured> {
    const { used, most } = await connectionsInUse(this.database);
    return { value: used / most, facts: { used, most } };
  }
}
