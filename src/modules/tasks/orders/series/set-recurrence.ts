import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { periodOf } from '#contracts/reporting/periods';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { assignmentErrors } from '../../tasks.errors.ts';
import { recurrenceSet } from '../../tasks.events.ts';
import { Assignment } from '../order/assignment.entity.ts';

type Order = Pick<Assignment, 'issuerUnitId' | 'seriesId' | 'cancelledAt'>;

/** Issue anew at the start of each period, from the last version, or stop. */
@Injectable()
export class SetRecurrence {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    actor: Actor,
    assignmentId: string,
    { recurrence }: RouteBody<typeof routes.issueAgainMonthly>,
  ): Promise<void> {
    const order: Order | null = await this.database.manager.findOne(Assignment, {
      select: { issuerUnitId: true, seriesId: true, cancelledAt: true },
      where: { id: assignmentId },
    });
    if (!order) throw assignmentErrors.notFound();
    await this.scope.require(actor, 'assignment.issue', { unitId: order.issuerUnitId });
    if (order.cancelledAt && recurrence === 'monthly') throw assignmentErrors.alreadyCancelled();
    const { month } = periodOf(this.clock.today(), await this.organization.periodRule(order.issuerUnitId));
    await this.database.tx(async (tx) => {
      const now = this.clock.now();
      const changed =
        recurrence === 'monthly'
          ? await this.start(tx, order, { by: actor.personId, now, month })
          : await this.stop(tx, order.seriesId, now);
      if (changed)
        await this.outbox.append(
          tx,
          recurrenceSet({ assignmentId }, { unitId: order.issuerUnitId, changes: { recurrence } }),
          actor,
        );
    });
  }

  private async start(
    tx: Tx,
    order: Order,
    { by, now, month }: { by: string; now: Date; month: string },
  ): Promise<boolean> {
    const changed = await rowsOf(
      tx,
      sql`insert into assignment_schedules (series_id, unit_id, set_by, set_at, last_month)
        values (${order.seriesId}, ${order.issuerUnitId}, ${by}, ${now}, ${month})
       on conflict (series_id) do update set set_by = ${by}, set_at = ${now},
         last_month = greatest(assignment_schedules.last_month, ${month}), ended_at = null, end_reason = null
         where assignment_schedules.ended_at is not null returning series_id`,
    );
    return changed.length > 0;
  }

  private async stop(tx: Tx, seriesId: string, now: Date): Promise<boolean> {
    return (
      (
        await rowsOf(
          tx,
          sql`update assignment_schedules set ended_at = ${now}, end_reason = 'stopped' where series_id = ${seriesId}
            and ended_at is null returning series_id`,
        )
      ).length > 0
    );
  }
}
