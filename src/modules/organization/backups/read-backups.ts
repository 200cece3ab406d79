import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { type BackupRun, BackupRuns } from '#platform/backup';
import { Clock } from '#platform/clock';
import { Scope } from '../scope.ts';

type Board = RouteAnswer<typeof routes.backups>;

/** Whether the installation could be brought back, for who looks after the whole of it. */
@Injectable()
export class ReadBackups {
  constructor(
    private readonly scope: Scope,
    private readonly backups: BackupRuns,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<Board> {
    // The same people as for channels: no right of its own, since nobody has the one without the other.
    await this.scope.requireAtTop(actor, 'channel.manage');
    const { schedule, last, missedAt, runs } = await this.backups.state();
    return {
      schedule: schedule && { ...schedule, nextAt: schedule.nextAt.toISOString() },
      last: last ? toRow(last) : null,
      missedAt: iso(missedAt),
      runs: runs.map(toRow),
      asOf: this.clock.now().toISOString(),
    };
  }
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

function toRow({
  rowCount,
  fileCount,
  startedAt,
  endedAt,
  verifiedAt,
  removedAt,
  ...run
}: BackupRun): Board['runs'][number] {
  return {
    ...run,
    startedAt: startedAt.toISOString(),
    endedAt: iso(endedAt),
    verifiedAt: iso(verifiedAt),
    removedAt: iso(removedAt),
    rows: rowCount,
    files: fileCount,
  };
}
