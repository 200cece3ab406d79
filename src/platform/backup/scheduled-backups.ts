import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql, takeTurn } from '#platform/database';
import { Log } from '#platform/logging';
import { OnEvent, Outbox } from '#platform/outbox';
import { backUp } from './back-up.ts';
import { BackupProblem, isMissing } from './backup-problem.ts';
import { BackupRuns } from './backup-runs.ts';
import { backupAsked, backupLate } from './backup.events.ts';
import { clear, isFinished, isUnfinished } from './manifest.ts';
import { isDue } from './schedule.ts';

const EVERY_MS = 5 * 60_000;
/** Attempts that say whether the day has its backup. */
const LOOKED_AT = 20;
const OF_SCHEDULE = /^to-so-\d{8}T\d{6}Z$/;

/** Backs the installation up once a day where the environment names a folder, keeps the newest, and tells when one is missing. */
@Injectable()
export class ScheduledBackups implements OnModuleDestroy {
  private readonly stop = new AbortController();
  private running: Promise<unknown> | undefined;
  private isAsked = false;

  // oxlint-disable-next-line max-params -- what a backup is made from, and whom it is told to
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly runs: BackupRuns,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Not waited for: a backup takes minutes, and the process must be able to end meanwhile. */
  @Tick('backup.schedule', EVERY_MS)
  async tick(): Promise<void> {
    if (this.running) return;
    this.running = this.run()
      .catch((error: unknown) => this.log.error({ error }, 'the backup was not made'))
      // After it: a server that was off for days makes one first, and then there is nothing to tell.
      .then(() => this.tellLate())
      .catch((error: unknown) => this.log.error({ error }, 'that the backup is late was not told'))
      .finally(() => {
        this.running = undefined;
      });
  }

  /** In the worker that takes the event; its job does not wait for the backup either. */
  @OnEvent(backupAsked, 'backup.make')
  async makeAsked(): Promise<void> {
    this.isAsked = true;
    await this.tick();
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  /** True when a backup was due and is made. */
  async run(): Promise<boolean> {
    const { BACKUP_DIR, BACKUP_AT } = this.env;
    const now = this.clock.now();
    if (!BACKUP_DIR) return false;
    if (!this.isAsked && !isDue(now, BACKUP_AT, await this.runs.newest(LOOKED_AT, 'schedule'))) return false;
    this.isAsked = false;
    const home = resolve(BACKUP_DIR);
    const to = join(home, `to-so-${now.toISOString().replace(/[-:]|\.\d+/g, '')}`);
    try {
      await this.make(home, to);
    } catch (error) {
      // Somebody's own backup runs: this one is due again at the next turn.
      if (error instanceof BackupProblem && (error.id === 'busy' || error.id === 'migrating')) return false;
      throw error;
    }
    await this.keepNewest(home);
    return true;
  }

  /** Once for each backup that is missing. True when it was told now. */
  async tellLate(): Promise<boolean> {
    const missedAt = this.env.BACKUP_DIR ? await this.runs.missedAt(this.clock.now()) : undefined;
    if (!missedAt) return false;
    const dueAt = missedAt.toISOString();
    const lastAt = (await this.runs.lastDone())?.startedAt.toISOString() ?? null;
    return this.database.tx(async (tx) => {
      await takeTurn(tx, ['backup.late']);
      const told = await this.database.one(
        sql`select 1 from outbox where name = 'backup.late' and payload @> jsonb_build_object('dueAt', ${dueAt}::text)`,
      );
      if (told) return false;
      await this.outbox.append(tx, backupLate({ dueAt, lastAt }));
      return true;
    });
  }

  private async make(home: string, to: string): Promise<void> {
    await backUp({
      databaseUrl: this.env.DATABASE_URL as string,
      dataDir: this.env.DATA_DIR,
      to,
      recipients: this.env.BACKUP_RECIPIENTS?.split(',') ?? [],
      secretKey: this.env.SECRET_KEY,
      startedBy: 'schedule',
      now: () => this.clock.now(),
      signal: this.stop.signal,
      onTurn: () => clearUnfinished(home),
    });
  }

  /** Only folders that the schedule has made, and only once a newer one is whole. */
  private async keepNewest(home: string): Promise<void> {
    const whole: string[] = [];
    for (const folder of await foldersOf(home)) if (await isFinished(folder)) whole.push(folder);
    const old = whole.toSorted().slice(0, -this.env.BACKUP_KEEP);
    for (const folder of old) await rm(folder, { recursive: true, force: true });
    if (old.length > 0) await this.runs.noteRemoved(old);
  }
}

/** What a killed run has left. */
async function clearUnfinished(home: string): Promise<void> {
  for (const folder of await foldersOf(home)) {
    if (!(await isUnfinished(folder))) continue;
    await clear(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

async function foldersOf(home: string): Promise<string[]> {
  const found = await readdir(home, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return found.filter((one) => one.isDirectory() && OF_SCHEDULE.test(one.name)).map(({ name }) => join(home, name));
}
