import { statfs } from 'node:fs/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { Database } from '#platform/database';
import { Handlings } from '#platform/outbox';
import { AnswerTimes } from './answer-times.ts';
import { clockSkew, connectionsInUse } from './database-facts.ts';
import { type Measured, MeasureParts } from './measure-parts.ts';
import { OpenWork } from './open-work.ts';

/** The parts of the machine: answers, work that waits, disk, database, clocks. */
@Injectable()
export class PlatformParts implements OnModuleInit {
  constructor(
    @Inject(ENV) private readonly env: Env,
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
      'clock',
      only(() => clockSkew(this.database)),
    );
    this.parts.take(
      'statements',
      only(async () => (await connectionsInUse(this.database)).longest),
    );
    this.parts.take('connections', () => this.connections());
    this.parts.take('queue', () => this.queue());
    this.parts.take('disk', () => this.disk());
  }

  private async queue(): Promise<Measured> {
    const items = (await this.work.items()).filter(({ isPaced }) => !isPaced);
    const waiting = items.reduce((sum, { n }) => sum + n, 0);
    return { value: Math.max(0, ...items.map(({ seconds }) => seconds)), facts: { waiting } };
  }

  private async disk(): Promise<Measured> {
    const { bsize, blocks, bavail, bfree } = await statfs(this.env.DATA_DIR);
    // As df reckons it: what is kept for the system is neither used nor free.
    const used = blocks - bfree;
    return { value: used / (used + bavail), facts: { freeBytes: bavail * bsize } };
  }

  private async connections(): Promise<Measured> {
    const { used, most } = await connectionsInUse(this.database);
    return { value: used / most, facts: { used, most } };
  }
}
