import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { recordDecision } from '../work/task/decisions.ts';
import { ReplyRules } from '../orders/order/reply-rules.ts';
import { TaskAccess } from '../work/task/task-access.ts';
import type { Task } from '../work/task/task.entity.ts';
import type { Outcome } from '../work/task/task-outcome.ts';
import { taskErrors } from '../tasks.errors.ts';
import { targetChanged, taskKept, taskReleased } from '../tasks.events.ts';

type Input = RouteBody<typeof routes.answerDecline>;
interface Decided {
  now: Date;
  decisionId: string;
}

/** The commune's answer to a decline: keep the order, lower the target, give more time, or release the team. */
@Injectable()
export class AnswerDecline {
  constructor(
    private readonly access: TaskAccess,
    private readonly rules: ReplyRules,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, taskId: string, input: Input): Promise<Outcome> {
    return this.access.change(actor, taskId, 'result.confirm', async (tx, task, now) => {
      if (task.state !== 'declined')
        throw task.state === 'assigned' ? taskErrors.notDeclined() : await this.access.refusal(tx, task);
      const decisionId = await recordDecision(tx, {
        taskId: task.id,
        kind: input.kind,
        comment: input.note,
        byId: actor.personId,
        at: now,
      });
      if (input.kind === 'release') await this.release(tx, actor, task, { now, decisionId });
      else await this.keep(tx, actor, task, input, { now, decisionId });
      return {};
    });
  }

  private async release(tx: Tx, actor: Actor, task: Task, { now, decisionId }: Decided): Promise<void> {
    await this.access.move(tx, task, 'cancel', now);
    await this.outbox.append(
      tx,
      taskReleased({ taskId: task.id }, { unitId: task.unitId, changes: { decisionId } }),
      actor,
    );
  }

  private async keep(tx: Tx, actor: Actor, task: Task, input: Input, { now, decisionId }: Decided): Promise<void> {
    const changes: Partial<Pick<Task, 'target' | 'dueOn'>> = {};
    if (input.kind === 'lower_target') {
      if (input.target >= task.target) throw taskErrors.targetNotLower({ path: 'target', target: task.target });
      changes.target = input.target;
    }
    if (input.kind === 'extend') {
      if (input.until <= task.dueOn) throw taskErrors.untilNotLater({ path: 'until', dueOn: task.dueOn });
      changes.dueOn = input.until;
    }
    const replyByOn = await this.rules.replyBy(task.communeId, this.clock.today(), changes.dueOn ?? task.dueOn, tx);
    await this.access.move(tx, task, 'keep', now, { ...changes, replyByOn });
    await this.outbox.append(
      tx,
      taskKept({ taskId: task.id }, { unitId: task.unitId, changes: { answer: input.kind, decisionId, ...changes } }),
      actor,
    );
    if (changes.target !== undefined)
      await this.outbox.append(
        tx,
        targetChanged({ taskId: task.id }, { unitId: task.unitId, changes: { target: changes.target } }),
        actor,
      );
  }
}
