import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { declineOf } from '../../work/task/decisions.ts';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Task } from '../../work/task/task.entity.ts';
import type { Outcome } from '../../work/task/task-outcome.ts';
import { taskErrors } from '../../tasks.errors.ts';
import { taskAccepted } from '../../tasks.events.ts';

const accepted = new Set(['accepted', 'submitted', 'returned', 'confirmed']);

/**
 * Accepts for the team. The first one wins; who comes second is told who it was, and it is no error.
 * What the leader or a deputy has declined is accepted by the leader only, also when the tap was made before and arrives late.
 */
@Injectable()
export class AcceptTask {
  constructor(
    private readonly access: TaskAccess,
    private readonly outbox: Outbox,
  ) {}

  /** @throws task.declineStands with who declined and when */
  execute(actor: Actor, taskId: string): Promise<Outcome> {
    return this.access.change(actor, taskId, 'task.accept', async (tx, task, now) => {
      if (accepted.has(task.state)) return { alreadyBy: task.acceptedBy };
      const acceptance = { acceptedBy: actor.personId, acceptedAt: now };
      if (task.state === 'declined') {
        if (!leads(actor, task)) throw await this.stands(tx, task);
        await this.access.move(tx, task, 'turn_decline', now, acceptance);
      } else await this.access.move(tx, task, 'accept', now, acceptance);
      await this.outbox.append(tx, taskAccepted({ taskId: task.id }, { unitId: task.unitId }), actor);
      return {};
    });
  }

  private async stands(tx: Tx, task: Task): Promise<Error> {
    const by = await this.access.nameOf((await declineOf(tx, task.id))?.byId);
    return taskErrors.declineStands({ at: task.stateSince.toISOString(), by });
  }
}

function leads({ posts }: Actor, { teamId }: Task): boolean {
  return posts.some((post) => post.teamId === teamId && post.role === 'leader');
}
