import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Outbox } from '#platform/outbox';
import { TaskDesk } from '../task-desk.ts';
import type { Outcome } from '../task-outcome.ts';
import { taskAccepted } from '../tasks.events.ts';

const accepted = new Set(['accepted', 'submitted', 'returned', 'confirmed']);

/** Accepts for the team. The first one wins; who comes second is told who it was, and it is no error. */
@Injectable()
export class AcceptTask {
  constructor(
    private readonly desk: TaskDesk,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, taskId: string): Promise<Outcome> {
    return this.desk.change(actor, taskId, 'task.accept', async (tx, task, now) => {
      if (accepted.has(task.state)) return { alreadyBy: task.acceptedBy };
      await this.desk.move(tx, task, 'accept', now, { acceptedBy: actor.personId, acceptedAt: now });
      await this.outbox.append(tx, taskAccepted({ taskId }, { unitId: task.unitId }), actor);
      return {};
    });
  }
}
