import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ProgressEntry, type ProgressLine } from '../../work/task/progress-entry.entity.ts';
import { TaskAccess } from '../../work/task/task-access.ts';
import { mayStillUndo } from '../../work/task/task-states.ts';
import { progressErrors, taskErrors } from '../../tasks.errors.ts';
import { quickReportTakenBack } from '../../tasks.events.ts';

type Row = Pick<ProgressEntry, 'teamId' | 'unitId' | 'taskId' | 'actorId' | 'kind' | 'recordedAt'>;

/** Takes the own quick report back within a minute. The row stays, beside it stands that it does not count. */
@Injectable()
export class TakeBackQuickReport {
  constructor(
    private readonly database: Database,
    private readonly access: TaskAccess,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: Actor, entryId: string): Promise<void> {
    const entry: Row | null = await this.database.manager.findOne(ProgressEntry, {
      select: { teamId: true, unitId: true, taskId: true, actorId: true, kind: true, recordedAt: true },
      where: { id: entryId },
    });
    if (!entry) throw progressErrors.notFound();
    await this.access.require(actor, 'task.report', { unitId: entry.unitId, teamId: entry.teamId });
    if (entry.actorId !== actor.personId) throw progressErrors.notFound();
    if (entry.kind !== 'quick') throw progressErrors.notQuick();
    await this.database.tx(async (tx) => {
      if (entry.taskId) await this.access.lock(tx, entry.taskId);
      const now = this.clock.now();
      const [open] = await rowsOf<Pick<ProgressLine, 'confirmedValue'>>(
        tx,
        sql`select confirmed_value as "confirmedValue" from counted_lines where entry_id = ${entryId} and position = 0`,
      );
      if (!open) return;
      if (open.confirmedValue !== null) throw progressErrors.alreadySettled();
      if (!mayStillUndo(entry.recordedAt, now)) throw taskErrors.tooLateToUndo();
      const written = await rowsOf(
        tx,
        sql`insert into entry_withdrawals (entry_id, by_id, at) values (${entryId}, ${actor.personId}, ${now})
          on conflict do nothing returning entry_id`,
      );
      if (written.length > 0)
        await this.outbox.append(
          tx,
          quickReportTakenBack(
            { teamId: entry.teamId, entryId, ...(entry.taskId && { taskId: entry.taskId }) },
            { unitId: entry.unitId },
          ),
          actor,
        );
    });
  }
}
