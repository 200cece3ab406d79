import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { IssueAssignment } from '../assignments/issue-assignment.ts';
import { orderRequestErrors } from '../tasks.errors.ts';
import { orderApproved, orderRefused, orderRequestDropped } from '../tasks.events.ts';
import { SecondApproval } from './second-approval.ts';
import type { OrderRequest } from './second-approval.entity.ts';

type Open = Pick<OrderRequest, 'id' | 'unitId' | 'content' | 'askedBy'>;

/** What a second officer does with an order that waits. Nobody decides what they asked for themselves. */
@Injectable()
export class DecideOrder {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly issuing: IssueAssignment,
    private readonly approval: SecondApproval,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Issues exactly what was read, in the same moment. @throws orderRequest.approverOnly, notOpen, and what refuses the order now */
  async approve(actor: Actor, id: string, { knowsOfSimilar }: RouteBody<typeof routes.approveOrder>): Promise<void> {
    const { unitId } = await this.unitOf(actor, id);
    await this.database.whole(async () => {
      const asked = await this.database.tx((tx) => this.lock(tx, actor, id));
      const known = [...new Set([...asked.content.knowsOfSimilar, ...knowsOfSimilar])];
      const order = { ...asked.content, knowsOfSimilar: known };
      const assignmentId = await this.issuing.execute(actor, order, { askedBy: asked.askedBy });
      await this.database.tx(async (tx) => {
        await execute(
          tx,
          sql`update order_requests set outcome = 'approved', decided_at = ${this.clock.now()}, decided_by = ${actor.personId},
            assignment_id = ${assignmentId} where id = ${id}`,
        );
        await this.outbox.append(tx, orderApproved({ requestId: id, assignmentId }, { unitId }), actor);
      });
    });
  }

  /** @throws orderRequest.approverOnly, orderRequest.notOpen */
  async refuse(actor: Actor, id: string, { reason }: RouteBody<typeof routes.refuseOrder>): Promise<void> {
    const { unitId } = await this.unitOf(actor, id);
    await this.database.tx(async (tx) => {
      await this.lock(tx, actor, id);
      await execute(
        tx,
        sql`update order_requests set outcome = 'refused', decided_at = ${this.clock.now()}, decided_by = ${actor.personId},
          reason = ${reason} where id = ${id}`,
      );
      await this.outbox.append(tx, orderRefused({ requestId: id }, { unitId }), actor);
    });
  }

  /** Whoever asked takes it back. @throws orderRequest.askerOnly, orderRequest.notOpen */
  async drop(actor: Actor, id: string): Promise<void> {
    const { unitId } = await this.unitOf(actor, id);
    await this.database.tx(async (tx) => {
      const asked = await this.open(tx, id);
      if (asked.askedBy !== actor.personId) throw orderRequestErrors.askerOnly();
      await execute(
        tx,
        sql`update order_requests set outcome = 'dropped', decided_at = ${this.clock.now()}, decided_by = ${actor.personId}
          where id = ${id}`,
      );
      await this.outbox.append(tx, orderRequestDropped({ requestId: id }, { unitId }), actor);
    });
  }

  private async unitOf(actor: Actor, id: string): Promise<{ unitId: string }> {
    const row = await this.database.one<{ unitId: string }>(
      sql`select unit_id as "unitId" from order_requests where id = ${id}`,
    );
    if (!row) throw orderRequestErrors.notFound();
    await this.scope.require(actor, 'assignment.issue', row);
    return row;
  }

  /** For an officer of the same unit who did not ask for it. */
  private async lock(tx: Tx, actor: Actor, id: string): Promise<Open> {
    const asked = await this.open(tx, id);
    const approvers = await this.approval.approvers(asked.unitId, asked.askedBy);
    if (!approvers.includes(actor.personId)) throw orderRequestErrors.approverOnly();
    return asked;
  }

  private async open(tx: Tx, id: string): Promise<Open> {
    const [asked] = await rowsOf<Open & Pick<OrderRequest, 'outcome'>>(
      tx,
      sql`select id, unit_id as "unitId", content, asked_by as "askedBy", outcome from order_requests where id = ${id} for update`,
    );
    if (!asked) throw orderRequestErrors.notFound();
    if (asked.outcome !== null) throw orderRequestErrors.notOpen({ outcome: asked.outcome });
    return asked;
  }
}
