import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { IsNull } from 'typeorm';
import { BackupRun } from './backup-run.entity.ts';
import { missedSince, nextDue } from './schedule.ts';

const SHOWN = 10;

/** How the installation is backed up, and how that goes. */
export interface BackupState {
  /** Null: the environment names no folder. */
  schedule: { folder: string; at: string; keep: number; encrypted: boolean; nextAt: Date } | null;
  /** The newest whole one that is still there. */
  last: BackupRun | undefined;
  /** The moment for which one is missing. */
  missedAt: Date | undefined;
  /** The newest first. */
  runs: BackupRun[];
}

/** What was noted of backups. */
@Injectable()
export class BackupRuns {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async state(): Promise<BackupState> {
    const { BACKUP_DIR: folder, BACKUP_AT: at, BACKUP_KEEP: keep, BACKUP_RECIPIENTS } = this.env;
    const now = this.clock.now();
    const runs = await this.newest(SHOWN);
    const schedule = folder
      ? { folder, at, keep, encrypted: BACKUP_RECIPIENTS !== undefined, nextAt: nextDue(now, at) }
      : null;
    return {
      schedule,
      last: await this.lastDone(),
      missedAt: schedule ? await this.missedAt(now) : undefined,
      runs,
    };
  }

  newest(atMost: number, startedBy?: BackupRun['startedBy']): Promise<BackupRun[]> {
    return this.database.manager.find(BackupRun, {
      where: { ...(startedBy && { startedBy }) },
      order: { startedAt: 'DESC', id: 'DESC' },
      take: atMost,
    });
  }

  /** The newest whole one that was not taken away. */
  async lastDone(): Promise<BackupRun | undefined> {
    const [found] = await this.database.manager.find(BackupRun, {
      where: { state: 'done', removedAt: IsNull() },
      order: { startedAt: 'DESC' },
      take: 1,
    });
    return found;
  }

  /** When the installation was first used; undefined while nobody has done anything. */
  async firstAct(): Promise<Date | undefined> {
    // Ids are in the order of time.
    const row = await this.database.one<{ at: Date }>(sql`select occurred_at as at from outbox order by id limit 1`);
    return row?.at;
  }

  /** When the first whole one was made, whether it is still there or not. */
  async firstDone(): Promise<Date | undefined> {
    const row = await this.database.one<{ at: Date | null }>(
      sql`select min(started_at) as at from backup_runs where state = 'done'`,
    );
    return row?.at ?? undefined;
  }

  /** When one was last restored into a scratch database and found the same. */
  async lastVerifiedAt(): Promise<Date | undefined> {
    const row = await this.database.one<{ at: Date | null }>(sql`select max(verified_at) as at from backup_runs`);
    return row?.at ?? undefined;
  }

  /** Of the schedule; undefined while nothing is late. */
  async missedAt(now: Date): Promise<Date | undefined> {
    const [first] = await this.database.rows<{ since: Date | null }>(
      sql`select min(started_at) as since from backup_runs where started_by = 'schedule'`,
    );
    const lastDone = (await this.lastDone())?.startedAt;
    const [newest] = await this.newest(1);
    return missedSince(now, this.env.BACKUP_AT, { lastDone, since: first?.since ?? undefined, newest });
  }

  async noteRemoved(folders: readonly string[]): Promise<void> {
    await this.database.rows(
      sql`update backup_runs set removed_at = ${this.clock.now()} where folder = any(${folders}::text[]) and removed_at is null`,
    );
  }
}
