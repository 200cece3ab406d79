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
    const order = await this.database.one<{ unit_id: string }>(
      sql`select issuer_unit_id as unit_id from assignments where id = ${assignmentId}`,
    );
    if (!order) throw assignmentErrors.notFound();
    await this.scope.require(actor, 'assignment.issue', { unitId: order.unit_id });
    await this.database.tx(async (tx) => {
      const now = this.clock.now();
      const [cancelled] = await rowsOf<{ recall_until: Date; send_at: Date | null }>(
        tx,
        sql`update assignments set cancelled_at = ${now}, cancelled_by = ${actor.personId}, cancel_reason = ${reason}
          where id = ${assignmentId} and cancelled_at is null returning recall_until, send_at`,
      );
      if (!cancelled) return;
      await execute(
        tx,
        sql`update tasks set state = ${taskTable.cancel.to}, state_since = ${now} where assignment_id = ${assignmentId}
          and state = any(${taskTable.cancel.from})`,
      );
      const silent = now < cancelled.recall_until || (cancelled.send_at !== null && now < cancelled.send_at);
      await this.outbox.append(tx, assignmentCancelled({ assignmentId, silent }, { unitId: order.unit_id }), actor);
    });
  }
}
