import { Injectable } from '@nestjs/common';
import { v4 } from 'uuid';
import { quickReportIndicators } from '#contracts/tasks/quick-reports';
import type { Actor } from '#platform/auth';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { entryOfCommand, writeEntry } from '../../work/entries/entries.ts';
import { ProgressEntry } from '../../work/task/progress-entry.entity.ts';
import { TaskAccess } from '../../work/task/task-access.ts';
import { progressErrors } from '../../tasks.errors.ts';
import { quickReported } from '../../tasks.events.ts';
import { originalOf, requireCorrectable } from './correctable.ts';

/**
 * The way back for a quick report that was added to a task: it stands for itself from now on, as what it said. The entry in
 * the task stays readable and counts no more, as with every correction; its photos go along.
 */
@Injectable()
export class CountApart {
  constructor(
    private readonly access: TaskAccess,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Gives the new entry's id. */
  async execute(actor: Actor, entryId: string): Promise<string> {
    const row: Pick<ProgressEntry, 'taskId' | 'kind'> | null = await this.database.manager.findOne(ProgressEntry, {
      select: { taskId: true, kind: true },
      where: { id: entryId },
    });
    if (!row?.taskId) throw progressErrors.notFound();
    return this.access.change(actor, row.taskId, 'task.report', async (tx, task, now) => {
      if (row.kind !== 'quick') throw progressErrors.notQuick();
      const commandId = actor.commandId ?? v4();
      const original = await originalOf(tx, entryId);
      const { quickKind, happenedOn, note, links, actorId, value } = original;
      // Whoever puts it right, it stays the work of the one who did it.
      const before = await entryOfCommand(tx, actorId, commandId);
      if (before) return before.id;
      await requireCorrectable(tx, this.access, { actor, task, original });
      if (!quickKind) throw progressErrors.notQuick();
      const entry = await writeEntry(tx, {
        taskId: null,
        teamId: task.teamId as string,
        unitId: task.unitId,
        communeId: task.communeId,
        kind: 'quick',
        quickKind,
        happenedOn,
        recordedAt: now,
        actorId,
        commandId,
        note: note ?? undefined,
        links,
        correctsId: entryId,
        lines: [{ indicatorCode: quickReportIndicators[quickKind], value }],
      });
      await execute(tx, sql`update photos set entry_id = ${entry.id} where entry_id = ${entryId}`);
      await this.outbox.append(
        tx,
        quickReported(
          { teamId: task.teamId as string, entryId: entry.id },
          { unitId: task.unitId, changes: { kind: quickKind, value, correctsId: entryId } },
        ),
        actor,
      );
      return entry.id;
    });
  }
}
