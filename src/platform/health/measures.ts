import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { type ClockSkew, skewOf } from './clock-skew.ts';
import { type DiskRoom, roomAt } from './disk-room.ts';
import { ProcessClocks, type WorstClock } from './process-clocks.ts';

const EVERY_MS = 60_000;

export interface Measured {
  clock: ClockSkew;
  disks: DiskRoom[];
}

/**
 * What the machine below this process is like: its clock beside the database's, and the room where it writes. Looked at when
 * somebody asks, and by itself, so that a clock that is wrong and a disk that fills up stand in the log before anybody meets
 * them. A clock that is wrong is put right for the product before this process does anything, and noted for the others.
 */
@Injectable()
export class Measures implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly productClock: Clock,
    private readonly processes: ProcessClocks,
    private readonly log: Log,
  ) {}

  /** Queues, ticks and requests begin later: what they write is by the right time from the first row on. */
  async onModuleInit(): Promise<void> {
    if (this.env.TICKS === 'on') await this.look();
  }

  onApplicationBootstrap(): void {
    if (this.env.TICKS === 'on') this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  /** What is being asked is answered before the database is left. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    if (this.env.TICKS === 'on') await this.processes.leave().catch(() => undefined);
  }

  async read(): Promise<Measured> {
    return { clock: await this.clock(), disks: await this.disks() };
  }

  /** That of the process that is furthest off. */
  async worstClock(): Promise<WorstClock> {
    return this.processes.worst(await this.clock());
  }

  /** Says what is wrong. */
  async tell(): Promise<void> {
    const { clock, disks } = await this.read();
    this.productClock.correct(clock.differs ? clock.aheadMs : 0);
    if (clock.differs)
      this.log.warn(
        { aheadMs: clock.aheadMs },
        "this machine's clock differs from the database's, which is gone by here meanwhile: put it right",
      );
    await this.processes.note(clock);
    for (const { what, path, freeBytes } of disks.filter(({ isLow }) => isLow))
      this.log.warn({ what, path, freeBytes }, 'little room is left on this disk');
  }

  private look(): Promise<void> {
    this.looking ??= this.tell()
      .catch((error: unknown) => this.log.warn({ error }, 'clock and disks could not be looked at'))
      .finally(() => {
        this.looking = undefined;
      });
    return this.looking;
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
