import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { recordDecision } from '../../work/task/decisions.ts';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Task } from '../../work/task/task.entity.ts';
import type { Outcome } from '../../work/task/task-outcome.ts';
import { taskErrors } from '../../tasks.errors.ts';
import { doerCleared, taskDelegated } from '../../tasks.events.ts';

const passable = new Set(['assigned', 'accepted', 'returned']);

/** Passes the task to a member of the team, or back to all of it; the state stays. */
@Injectable()
export class DelegateTask {
  constructor(
    private readonly access: TaskAccess,
    private readonly membership: MembershipApi,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, taskId: string, { personId, note }: RouteBody<typeof routes.delegateTask>): Promise<Outcome> {
    return this.access.change(actor, taskId, 'task.answer', async (tx, task, now) => {
      if (!passable.has(task.state)) throw await this.access.refusal(tx, task);
      if (personId === null) return this.giveBack(tx, actor, task);
      if (!task.teamId || !(await this.membership.holdMember(tx, personId, task.teamId)))
        throw taskErrors.doerNotMember({ path: 'personId' });
      if (task.doerId === personId) return {};
      await this.access.save(tx, task, { doerId: personId });
      const decisionId = await recordDecision(tx, {
        taskId: task.id,
        kind: 'delegate',
        comment: note,
        byId: actor.personId,
        at: now,
      });
      await this.outbox.append(
        tx,
        taskDelegated({ taskId: task.id, personId }, { unitId: task.unitId, changes: { personId, decisionId } }),
        actor,
      );
      return {};
    });
  }

  private async giveBack(tx: Tx, actor: Actor, task: Task): Promise<Outcome> {
    if (task.doerId === null) return {};
    await this.access.save(tx, task, { doerId: null });
    await this.outbox.append(tx, doerCleared({ taskId: task.id }, { unitId: task.unitId }), actor);
    return {};
  }
}
