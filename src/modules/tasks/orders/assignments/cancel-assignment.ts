import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { taskTable } from '#contracts/tasks/task-states';
import { Scope } from '#modules/organization';
import { platformErrors } from '#platform/http';
import { type Actor, byOffice } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { assignmentErrors } from '../../tasks.errors.ts';
import { assignmentCancelled } from '../../tasks.events.ts';
import { Assignment } from '../order/assignment.entity.ts';
import { CancelOwnPart } from './cancel-own-part.ts';
import { CancelRights } from '../order/cancel-rights.ts';

/**
 * Recalls an order (silent while external channels still wait) or cancels it with a notice. Confirmed work stays. Of an order of a
 * unit that has ended, whoever has some of its teams cancels their part.
 */
@Injectable()
export class CancelAssignment {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly rights: CancelRights,
    private readonly ownPart: CancelOwnPart,
  ) {}

  async execute(
    actor: Actor,
    assignmentId: string,
    { reason }: RouteBody<typeof routes.cancelAssignment>,
  ): Promise<void> {
    const order = await this.database.manager.findOne(Assignment, {
      select: { issuerUnitId: true },
      where: { id: assignmentId },
    });
    if (!order) throw assignmentErrors.notFound();
    const { issuerUnitId: unitId } = order;
    const reach = await this.rights.of(actor, { id: assignmentId, issuerUnitId: unitId });
    if (reach === 'own') return this.ownPart.execute(actor, assignmentId, reason);
    if (reach === null) throw platformErrors.denied();
    await this.scope.require(actor, 'assignment.issue', { unitId });
    await this.whole(actor, assignmentId, unitId, reason);
  }

  private async whole(actor: Actor, assignmentId: string, unitId: string, reason: string): Promise<void> {
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
      await this.outbox.append(
        tx,
        assignmentCancelled({ assignmentId, silent, ...byOffice(actor) }, { unitId }),
        actor,
      );
    });
  }
}
