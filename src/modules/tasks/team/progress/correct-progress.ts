import { Injectable } from '@nestjs/common';
import { v4 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { entryOfCommand, linksOf, writeEntry } from '../../work/entries/entries.ts';
import { OrderOfTask } from './order-of-task.ts';
import { ProgressEntry } from '../../work/task/progress-entry.entity.ts';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Outcome } from '../../work/task/task-outcome.ts';
import type { Task } from '../../work/task/task.entity.ts';
import { progressErrors } from '../../tasks.errors.ts';
import { progressReported } from '../../tasks.events.ts';
import { type Original, originalOf, requireCorrectable } from './correctable.ts';
import { Submission } from './submission.ts';
import { tellOfDoubles } from './tell-colleagues.ts';

/**
 * A new entry stands in for a wrong one; the old one stays readable. Also after the work was handed in, until the
 * commune has confirmed it: that is settled. What is corrected after the month was sent counts in the next one.
 */
@Injectable()
export class CorrectProgress {
  constructor(
    private readonly access: TaskAccess,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly submission: Submission,
    private readonly order: OrderOfTask,
  ) {}

  /** Gives the task too, since the path names only the entry. */
  async execute(
    actor: Actor,
    entryId: string,
    input: RouteBody<typeof routes.correctProgress>,
  ): Promise<Outcome & { taskId: string }> {
    const row: Pick<ProgressEntry, 'taskId'> | null = await this.database.manager.findOne(ProgressEntry, {
      select: { taskId: true },
      where: { id: entryId },
    });
    if (!row?.taskId) throw progressErrors.notFound();
    const taskId = row.taskId;
    const outcome = await this.access.change(actor, taskId, 'task.report', async (tx, task, now) => {
      const commandId = actor.commandId ?? v4();
      const before = await entryOfCommand(tx, actor.personId, commandId);
      if (before) return { receipt: before.receipt };
      const original = await originalOf(tx, entryId);
      await requireCorrectable(tx, this.access, { actor, task, original });
      return { receipt: await this.write(tx, actor, task, { entryId, original, input, commandId, now }) };
    });
    return { ...outcome, taskId };
  }

  private async write(
    tx: Tx,
    actor: Actor,
    task: Task,
    correction: {
      entryId: string;
      original: Original;
      input: RouteBody<typeof routes.correctProgress>;
      commandId: string;
      now: Date;
    },
  ): Promise<string> {
    const { entryId, original, commandId, now } = correction;
    const { complete, happenedOn } = correction.input;
    if (happenedOn > this.clock.today()) throw progressErrors.inFuture({ path: 'happenedOn' });
    const { value, breakdown, products } = await this.order.check(tx, task, correction.input, { ...original, entryId });
    const entry = await writeEntry(tx, {
      ...correction.input,
      links: linksOf(correction.input),
      taskId: task.id,
      teamId: task.teamId as string,
      unitId: task.unitId,
      communeId: task.communeId,
      kind: 'progress',
      happenedOn,
      recordedAt: now,
      actorId: actor.personId,
      commandId,
      correctsId: entryId,
      lines: [{ indicatorCode: original.indicatorCode, value }],
      breakdown,
      products,
    });
    await this.outbox.append(
      tx,
      progressReported(
        { taskId: task.id, entryId: entry.id },
        { unitId: task.unitId, changes: { value, happenedOn, correctsId: entryId } },
      ),
      actor,
    );
    await tellOfDoubles(tx, this.outbox, actor, {
      entryId: entry.id,
      unitId: task.unitId,
      products,
      correctsId: entryId,
    });
    if (complete) await this.submission.submitIfOpen(tx, actor, task, now);
    return entry.receipt;
  }
}
