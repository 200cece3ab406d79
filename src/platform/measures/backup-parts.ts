import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { BackupRuns } from '#platform/backup';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { type Measured, MeasureParts, notMeasured } from './measure-parts.ts';

/** Whether the installation could be brought back: how old the newest backup is, and the last time that one was tried. */
@Injectable()
export class BackupParts implements OnModuleInit {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly backups: BackupRuns,
    private readonly clock: Clock,
    private readonly parts: MeasureParts,
  ) {}

  onModuleInit(): void {
    this.parts.take('backup', () => this.backup());
    this.parts.take('drill', () => this.drill());
  }

  private async backup(): Promise<Measured> {
    const last = await this.backups.lastDone();
    const [newest] = await this.backups.newest(1);
    const running = newest?.state === 'running' ? 1 : 0;
    if (!last) return this.neverBackedUp(running);
    const facts = { running, bytes: last.bytes ?? 0, encrypted: last.encrypted ? 1 : 0 };
    return { value: this.since(last.startedAt), facts };
  }

  private async drill(): Promise<Measured> {
    const verifiedAt = await this.backups.lastVerifiedAt();
    if (!verifiedAt) return this.neverTried();
    return { value: this.since(verifiedAt), facts: { at: verifiedAt.getTime() } };
  }

  /** A schedule that has brought nothing is late from the day after the first act on. */
  private async neverBackedUp(running: number): Promise<Measured> {
    const since = await this.backups.firstAct();
    if (!this.env.BACKUP_DIR) return { ...notMeasured, facts: { running }, isOff: true };
    return since ? { value: this.since(since), facts: { running, never: 1 } } : { ...notMeasured, facts: { running } };
  }

  private async neverTried(): Promise<Measured> {
    const since = await this.backups.firstDone();
    return since ? { value: this.since(since), facts: { never: 1 } } : notMeasured;
  }

  private since(at: Date): number {
    return Math.max(0, (this.clock.now().getTime() - at.getTime()) / 1000);
  }
}
