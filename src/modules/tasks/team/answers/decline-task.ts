import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Outbox } from '#platform/outbox';
import { declineOf, recordDecision } from '../../work/task/decisions.ts';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Outcome } from '../../work/task/task-outcome.ts';
import { taskErrors } from '../../tasks.errors.ts';
import { taskDeclined } from '../../tasks.events.ts';

/** The leader or a deputy declines with a reason; the commune sees it and answers. */
@Injectable()
export class DeclineTask {
  constructor(
    private readonly access: TaskAccess,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, taskId: string, { reason, note }: RouteBody<typeof routes.declineTask>): Promise<Outcome> {
    return this.access.change(actor, taskId, 'task.answer', async (tx, task, now) => {
      if (task.state === 'declined') return { alreadyBy: (await declineOf(tx, task.id))?.byId ?? null };
      if (reason === 'other' && !note) throw taskErrors.noteMissing({ path: 'note' });
      await this.access.move(tx, task, 'decline', now);
      const decisionId = await recordDecision(tx, {
        taskId: task.id,
        kind: 'decline',
        reasons: [reason],
        comment: note,
        byId: actor.personId,
        at: now,
      });
      await this.outbox.append(
        tx,
        taskDeclined({ taskId: task.id }, { unitId: task.unitId, changes: { reason, decisionId } }),
        actor,
      );
      return {};
    });
  }
}
