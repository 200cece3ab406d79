import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Outcome } from '../../work/task/task-outcome.ts';
import { extensionErrors } from '../../tasks.errors.ts';
import { extensionAsked } from '../../tasks.events.ts';
import { ExtensionRequest } from './extension-request.entity.ts';

const mayAsk = new Set(['assigned', 'accepted', 'returned']);

/** Asks for more time: a request with its own life; the task keeps its state and chasing stops until it is answered. */
@Injectable()
export class AskExtension {
  constructor(
    private readonly access: TaskAccess,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, taskId: string, { until, reason }: RouteBody<typeof routes.askExtension>): Promise<Outcome> {
    return this.access.change(actor, taskId, 'task.answer', async (tx, task, now) => {
      if (!mayAsk.has(task.state)) throw await this.access.refusal(tx, task);
      const [open] = await rowsOf<Pick<ExtensionRequest, 'askedBy'>>(
        tx,
        sql`select asked_by as "askedBy" from extension_requests where task_id = ${task.id} and answered_at is null`,
      );
      if (open) return { alreadyBy: open.askedBy };
      if (until <= task.dueOn) throw extensionErrors.notLater({ path: 'until', dueOn: task.dueOn });
      const requestId = v7();
      await tx.insert(ExtensionRequest, {
        id: requestId,
        taskId: task.id,
        until,
        reason: reason ?? null,
        askedBy: actor.personId,
        askedAt: now,
      });
      await this.outbox.append(
        tx,
        extensionAsked({ taskId: task.id, requestId }, { unitId: task.unitId, changes: { until } }),
        actor,
      );
      return {};
    });
  }
}
