import { Injectable } from '@nestjs/common';
import { MembershipApi } from '#modules/membership';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, empty, rowsOf, sql, type Tx } from '#platform/database';
import { assignmentErrors } from '../../tasks.errors.ts';
import { Assignment } from '../order/assignment.entity.ts';
import type { OrderStand } from '../order/order-change.entity.ts';
import type { TeamTask } from './plan-change.ts';

export interface OpenedOrder extends OrderStand {
  id: string;
  unitId: string;
  indicatorCode: string;
  cancelledAt: Date | null;
  version: number;
  changedBy: string | null;
  changedAt: Date | null;
}

/** An order that somebody is about to change: one at a time, and whoever comes second is told who was first. */
@Injectable()
export class OrderOnTable {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly membership: MembershipApi,
  ) {}

  /** @throws assignment.notFound, platform.denied */
  async require(actor: Actor, assignmentId: string): Promise<void> {
    const order = await this.database.manager.findOne(Assignment, {
      select: { issuerUnitId: true },
      where: { id: assignmentId },
    });
    if (!order) throw assignmentErrors.notFound();
    await this.scope.require(actor, 'assignment.issue', { unitId: order.issuerUnitId });
  }

  /** @throws as `read` */
  async lock(tx: Tx, assignmentId: string, version: number): Promise<OpenedOrder> {
    await rowsOf(tx, sql`select id from assignments where id = ${assignmentId} for update`);
    return this.read(tx, assignmentId, version);
  }

  /** The same as it stands, whoever changed it last; undefined where it is cancelled. */
  async lockNewest(tx: Tx, assignmentId: string): Promise<OpenedOrder | undefined> {
    await rowsOf(tx, sql`select id from assignments where id = ${assignmentId} for update`);
    const order = await this.newest(tx, assignmentId);
    return order?.cancelledAt ? undefined : order;
  }

  /** @throws assignment.alreadyCancelled, assignment.changedMeanwhile */
  async read(tx: Tx, assignmentId: string, version: number): Promise<OpenedOrder> {
    const order = await this.newest(tx, assignmentId);
    if (!order) throw assignmentErrors.notFound();
    if (order.cancelledAt) throw assignmentErrors.alreadyCancelled();
    if (order.version !== version) throw await this.meanwhile(order);
    return order;
  }

  private async newest(tx: Tx, assignmentId: string): Promise<OpenedOrder | undefined> {
    const [order] = await rowsOf<OpenedOrder>(
      tx,
      sql`select a.id, a.issuer_unit_id as "unitId", a.indicator_code as "indicatorCode", a.title, a.work, a.target,
          a.due_on as "dueOn", a.reply_by_on as "replyByOn", a.priority, a.cancelled_at as "cancelledAt",
          coalesce(c.version, 1) as version, c.changed_by as "changedBy", c.changed_at as "changedAt"
         from assignments a
         left join lateral (select version, changed_by, changed_at from order_changes
           where assignment_id = a.id order by version desc limit 1) c on true
        where a.id = ${assignmentId}`,
    );
    return order;
  }

  /** Those of teams; locked in one order for whoever will change them. */
  tasks(tx: Tx, assignmentId: string, { locked }: { locked: boolean }): Promise<TeamTask[]> {
    return rowsOf<TeamTask>(
      tx,
      sql`select id, team_id as "teamId", commune_id as "communeId", state, state_since as "stateSince", target,
          due_on as "dueOn", reply_by_on as "replyByOn"
         from tasks where assignment_id = ${assignmentId} and team_id is not null order by id ${locked ? sql`for update` : empty}`,
    );
  }

  private async meanwhile({ changedBy, changedAt, version }: OpenedOrder): Promise<Error> {
    const by = changedBy && (await this.membership.people([changedBy])).get(changedBy)?.fullName;
    return assignmentErrors.changedMeanwhile({ path: 'version', version, by, at: changedAt?.toISOString() });
  }
}
