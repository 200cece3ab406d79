import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { type ClockSkew, skewOf } from './clock-skew.ts';
import { type DiskRoom, roomAt } from './disk-room.ts';

const EVERY_MS = 5 * 60_000;

export interface Measured {
  clock: ClockSkew;
  disks: DiskRoom[];
}

/**
 * What the machine below this process is like: its clock beside the database's, and the room where it writes. Looked at when
 * somebody asks, and by itself, so that a clock that is wrong and a disk that fills up stand in the log before anybody meets them.
 */
@Injectable()
export class Measures implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.TICKS === 'off') return;
    this.timer = setInterval(() => this.look(), EVERY_MS).unref();
    this.look();
  }

  /** What is being asked is answered before the database is left. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  async read(): Promise<Measured> {
    return { clock: await this.clock(), disks: await this.disks() };
  }

  /** Says what is wrong. */
  async tell(): Promise<void> {
    const { clock, disks } = await this.read();
    if (clock.differs)
      this.log.warn({ aheadMs: clock.aheadMs }, "this machine's clock differs from the database's: put it right");
    for (const { what, path, freeBytes } of disks.filter(({ isLow }) => isLow))
      this.log.warn({ what, path, freeBytes }, 'little room is left on this disk');
  }

  private look(): void {
    this.looking ??= this.tell()
      .catch((error: unknown) => this.log.warn({ error }, 'clock and disks could not be looked at'))
      .finally(() => {
        this.looking = undefined;
      });
  }

  /** By the machine's own clock: what CLOCK moves is the product's. */
  private async clock(): Promise<ClockSkew> {
    const asked = Date.now();
    const row = await this.database.one<{ there: number }>(
      sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as there`,
    );
    return skewOf(asked, row?.there ?? asked, Date.now());
  }

  private disks(): Promise<DiskRoom[]> {
    const { DATA_DIR, BACKUP_DIR } = this.env;
    return Promise.all([roomAt('files', DATA_DIR), ...(BACKUP_DIR ? [roomAt('backups', BACKUP_DIR)] : [])]);
  }
}
