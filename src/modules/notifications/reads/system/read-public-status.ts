import { Injectable } from '@nestjs/common';
import { BackupRuns } from '#platform/backup';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { PublicMonth } from './public-month.entity.ts';
import { lastMonthOf } from './public-month.ts';

export interface PublicStatus {
  /** The first day of the month that is told of. */
  month: string;
  /** Null: not counted yet. */
  figures: Omit<PublicMonth, 'month' | 'countedAt'> | null;
  /** When a backup was last restored and found the same; null: never. */
  drillAt: Date | null;
  asOf: Date;
}

/** Everybody may ask, so that the database is asked once in five minutes at most. */
const SHARED_MS = 5 * 60_000;

/** Last month's figures of the installation: of nobody, and of no place. */
@Injectable()
export class ReadPublicStatus {
  private shared: { status: Promise<PublicStatus>; at: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly backups: BackupRuns,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<PublicStatus> {
    const now = performance.now();
    if (!this.shared || now - this.shared.at > SHARED_MS) {
      const status = this.read();
      status.catch(() => (this.shared = undefined));
      this.shared = { status, at: now };
    }
    return this.shared.status;
  }

  private async read(): Promise<PublicStatus> {
    const month = lastMonthOf(this.clock.today());
    const [figures, drillAt] = await Promise.all([
      this.database.manager.findOne(PublicMonth, {
        select: { sent: true, medianSeconds: true, slowSeconds: true, commands: true, refused: true, failed: true },
        where: { month },
      }),
      this.backups.lastVerifiedAt(),
    ]);
    return {
      month,
      figures,
      drillAt: drillAt ?? null,
      asOf: this.clock.now(),
    };
  }
}
