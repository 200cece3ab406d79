import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { declineIsOpen } from '../../work/task/decisions.ts';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Outcome } from '../../work/task/task-outcome.ts';
import { mayStillUndo } from '../../work/task/task-states.ts';
import { taskErrors } from '../../tasks.errors.ts';
import { acceptanceTakenBack } from '../../tasks.events.ts';

/**
 * Takes the own acceptance back within a minute, while nothing was reported. A leader who had turned a decline round with
 * it is back at the decline: the way through an undo would open it to every member's tap.
 */
@Injectable()
export class TakeBackAcceptance {
  constructor(
    private readonly access: TaskAccess,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, taskId: string): Promise<Outcome> {
    return this.access.change(actor, taskId, 'task.accept', async (tx, task, now) => {
      if (task.state === 'assigned' || (task.state === 'declined' && !task.acceptedBy)) return {};
      const reported = await rowsOf(tx, sql`select 1 from progress_entries where task_id = ${task.id} limit 1`);
      if (task.acceptedBy !== actor.personId || reported.length > 0) throw await this.access.refusal(tx, task);
      if (task.state === 'accepted' && !mayStillUndo(task.acceptedAt, now)) throw taskErrors.tooLateToUndo();
      const move = (await declineIsOpen(tx, task.id)) ? 'restore_decline' : 'take_back_acceptance';
      await this.access.move(tx, task, move, now, { acceptedBy: null, acceptedAt: null });
      await this.outbox.append(tx, acceptanceTakenBack({ taskId: task.id }, { unitId: task.unitId }), actor);
      return {};
    });
  }
}
