import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Outbox } from '#platform/outbox';
import { declineOf } from '../../work/task/decisions.ts';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Outcome } from '../../work/task/task-outcome.ts';
import { mayStillUndo } from '../../work/task/task-states.ts';
import { taskErrors } from '../../tasks.errors.ts';
import { declineTakenBack } from '../../tasks.events.ts';
import { TaskDecision } from '../../work/task/task-decision.entity.ts';

/** Whoever has declined takes it back within a minute: a slip of the thumb, before the commune has answered. */
@Injectable()
export class TakeBackDecline {
  constructor(
    private readonly access: TaskAccess,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, taskId: string): Promise<Outcome> {
    return this.access.change(actor, taskId, 'task.answer', async (tx, task, now) => {
      if (task.state === 'assigned') return {};
      const decline = await declineOf(tx, task.id);
      if (task.state !== 'declined' || decline?.byId !== actor.personId) throw await this.access.refusal(tx, task);
      if (!mayStillUndo(decline.at, now)) throw taskErrors.tooLateToUndo();
      await tx.update(TaskDecision, { id: decline.id }, { undoneAt: now });
      await this.access.move(tx, task, 'take_back_decline', now);
      await this.outbox.append(tx, declineTakenBack({ taskId: task.id }, { unitId: task.unitId }), actor);
      return {};
    });
  }
}
