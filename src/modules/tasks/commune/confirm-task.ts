import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { execute, prepared, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { recordDecision } from '../decisions.ts';
import { TaskAccess } from '../task-access.ts';
import type { Outcome } from '../task-outcome.ts';
import { taskConfirmed } from '../tasks.events.ts';
import { NamedProducts } from './named-products.ts';

/** Confirms every open line of a submitted task as reported; what exceeds the target counts in full. */
@Injectable()
export class ConfirmTask {
  constructor(
    private readonly access: TaskAccess,
    private readonly products: NamedProducts,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, taskId: string, { products }: RouteBody<typeof routes.confirmTask>): Promise<Outcome> {
    return this.access.change(actor, taskId, 'result.confirm', async (tx, task, now) => {
      if (task.state === 'confirmed') return { alreadyBy: task.decidedBy };
      await this.access.move(tx, task, 'confirm', now, { decidedBy: actor.personId, decidedAt: now });
      const decisionId = await recordDecision(tx, { taskId, kind: 'confirm', byId: actor.personId, at: now });
      await execute(
        tx,
        prepared(
          'confirm-lines',
          sql`update progress_lines l set confirmed_value = l.value, confirmed_by = ${actor.personId}, confirmed_at = ${now},
          decision_id = ${decisionId}
           from counted_lines c
          where c.task_id = ${taskId} and c.confirmed_value is null and l.entry_id = c.entry_id and l.position = c.position`,
        ),
      );
      await this.products.record(tx, actor, { unitId: task.unitId, decisionId }, products);
      await this.outbox.append(tx, taskConfirmed({ taskId }, { unitId: task.unitId }), actor);
      return {};
    });
  }
}
