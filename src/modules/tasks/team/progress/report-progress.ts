import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { reportableTaskStates } from '#contracts/tasks/task-states';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { v4 } from 'uuid';
import { entryOfCommand, linksOf, writeEntry } from '../../work/entries/entries.ts';
import { type CountedAs, OrderOfTask } from './order-of-task.ts';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Task } from '../../work/task/task.entity.ts';
import type { Outcome } from '../../work/task/task-outcome.ts';
import { progressErrors } from '../../tasks.errors.ts';
import { progressReported } from '../../tasks.events.ts';
import { Submission } from './submission.ts';
import { tellOfDoubles, tellOfOverlap } from './tell-colleagues.ts';

type Input = RouteBody<typeof routes.reportProgress>;

/**
 * Any member adds a part of the result. A part that arrives after a colleague has handed the task in is still taken
 * and waits with the others: two phones without a network give one result, both credited.
 */
@Injectable()
export class ReportProgress {
  constructor(
    private readonly access: TaskAccess,
    private readonly order: OrderOfTask,
    private readonly outbox: Outbox,
    private readonly submission: Submission,
  ) {}

  execute(actor: Actor, taskId: string, input: Input): Promise<Outcome> {
    const work = async (tx: Tx, task: Task, now: Date): Promise<Outcome> => {
      const commandId = actor.commandId ?? v4();
      const before = await entryOfCommand(tx, actor.personId, commandId);
      if (before) return { receipt: before.receipt };
      if (!reportableTaskStates.includes(task.state)) throw await this.access.refusal(tx, task);
      const { indicatorCode, value, ...counted } = await this.checked(tx, task, input);
      const { complete, happenedOn } = input;
      const entry = await writeEntry(tx, {
        ...input,
        ...counted,
        links: linksOf(input),
        taskId: task.id,
        teamId: task.teamId as string,
        unitId: task.unitId,
        communeId: task.communeId,
        kind: 'progress',
        happenedOn,
        recordedAt: now,
        actorId: actor.personId,
        commandId,
        lines: [{ indicatorCode, value }],
      });
      const told = this.outbox.append(
        tx,
        progressReported(
          { taskId: task.id, entryId: entry.id },
          { unitId: task.unitId, changes: { value, happenedOn } },
        ),
        actor,
      );
      await Promise.all([
        told,
        tellOfOverlap(tx, this.outbox, actor, task, { entryId: entry.id, value }),
        tellOfDoubles(tx, this.outbox, actor, {
          entryId: entry.id,
          unitId: task.unitId,
          products: counted.products,
        }),
      ]);
      if (complete) await this.submission.submitIfOpen(tx, actor, task, now);
      return { receipt: entry.receipt };
    };
    return this.access.change(actor, taskId, 'task.report', work, input.happenedOn);
  }

  private checked(tx: Tx, task: Task, input: Input): Promise<CountedAs> {
    if (input.value === 0 && !input.complete) throw progressErrors.valueMissing({ path: 'value' });
    return this.order.check(tx, task, input);
  }
}
