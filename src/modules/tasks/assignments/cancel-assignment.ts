import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { taskTable } from '#contracts/tasks/task-states';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { assignmentErrors } from '../tasks.errors.ts';
import { assignmentCancelled } from '../tasks.events.ts';
import type { Assignment } from './assignment.entity.ts';

/** Recalls an order (silent while external channels still wait) or cancels it with a notice. Confirmed work stays. */
@Injectable()
export class CancelAssignment {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    actor: Actor,
    assignmentId: string,
    { reason }: RouteBody<typeof routes.cancelAssignment>,
  ): Promise<void> {
    const order = await this.database.one<{ unitId: string }>(
      sql`select issuer_unit_id as "unitId" from assignments where id = ${assignmentId}`,
    );
    if (!order) throw assignmentErrors.notFound();
    await this.scope.require(actor, 'assignment.issue', { unitId: order.unitId });
    await this.database.tx(async (tx) => {
      const now = this.clock.now();
      const [cancelled] = await rowsOf<Pick<Assignment, 'recallUntil' | 'sendAt'>>(
        tx,
        sql`update assignments set cancelled_at = ${now}, cancelled_by = ${actor.personId}, cancel_reason = ${reason}
          where id = ${assignmentId} and cancelled_at is null
            returning recall_until as "recallUntil", send_at as "sendAt"`,
      );
      if (!cancelled) return;
      await execute(
        tx,
        sql`update tasks set state = ${taskTable.cancel.to}, state_since = ${now} where assignment_id = ${assignmentId}
          and state = any(${taskTable.cancel.from})`,
      );
      const silent = now < cancelled.recallUntil || (cancelled.sendAt !== null && now < cancelled.sendAt);
      await this.outbox.append(tx, assignmentCancelled({ assignmentId, silent }, { unitId: order.unitId }), actor);
    });
  }
}
