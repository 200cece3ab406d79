import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { TaskAccess } from '../task-access.ts';
import { mayStillUndo } from '../task-states.ts';
import { progressErrors, taskErrors } from '../tasks.errors.ts';
import { quickReportTakenBack } from '../tasks.events.ts';

interface Row {
  team_id: string;
  unit_id: string;
  task_id: string | null;
  actor_id: string;
  kind: string;
  recorded_at: Date;
}

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
    const entry = await this.database.one<Row>(
      sql`select team_id, unit_id, task_id, actor_id, kind, recorded_at from progress_entries where id = ${entryId}`,
    );
    if (!entry) throw progressErrors.notFound();
    await this.access.require(actor, 'task.report', { unitId: entry.unit_id, teamId: entry.team_id });
    if (entry.actor_id !== actor.personId) throw progressErrors.notFound();
    if (entry.kind !== 'quick') throw progressErrors.notQuick();
    await this.database.tx(async (tx) => {
      if (entry.task_id) await this.access.lock(tx, entry.task_id);
      const now = this.clock.now();
      const [open] = await rowsOf<{ confirmed_value: number | null }>(
        tx,
        sql`select confirmed_value from counted_lines where entry_id = ${entryId} and position = 0`,
      );
      if (!open) return;
      if (open.confirmed_value !== null) throw progressErrors.alreadySettled();
      if (!mayStillUndo(entry.recorded_at, now)) throw taskErrors.tooLateToUndo();
      const written = await rowsOf(
        tx,
        sql`insert into entry_withdrawals (entry_id, by_id, at) values (${entryId}, ${actor.personId}, ${now})
          on conflict do nothing returning entry_id`,
      );
      if (written.length > 0)
        await this.outbox.append(
          tx,
          quickReportTakenBack(
            { teamId: entry.team_id, entryId, ...(entry.task_id && { taskId: entry.task_id }) },
            { unitId: entry.unit_id },
          ),
          actor,
        );
    });
  }
}
