import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { assignmentErrors } from '../../tasks.errors.ts';
import { changeUndone } from '../../tasks.events.ts';
import { keepStand } from './change-writer.ts';
import { OrderChange } from '../order/order-change.entity.ts';
import { type OpenedOrder, OrderOnTable } from './order-on-table.ts';

/**
 * Takes the last change back, as a version of its own, while external channels still wait for it. What a team has done
 * meanwhile stays: only what the change itself had set goes back.
 */
@Injectable()
export class UndoChange {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderOnTable,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws assignment.changedMeanwhile, assignment.changeNotLast, assignment.tooLateToUndo */
  async execute(actor: Actor, assignmentId: string, version: number): Promise<void> {
    await this.orders.require(actor, assignmentId);
    await this.database.tx(async (tx) => {
      const order = await this.orders.lock(tx, assignmentId, version);
      const change: OrderChange | null = await tx.findOne(OrderChange, {
        select: { version: true, before: true, after: true, undoUntil: true, changedAt: true, undoes: true },
        where: { assignmentId, version },
      });
      if (!change || change.undoes !== null) throw assignmentErrors.changeNotLast();
      const now = this.clock.now();
      if (now > change.undoUntil) throw assignmentErrors.tooLateToUndo();
      await this.putBack(tx, order, change, now);
      await this.insertVersion(tx, actor, order, change, now);
      await this.outbox.append(tx, changeUndone({ assignmentId, version }, { unitId: order.unitId }), actor);
    });
  }

  private async putBack(tx: Tx, { id }: OpenedOrder, { version, changedAt }: OrderChange, now: Date): Promise<void> {
    await execute(
      tx,
      sql`update tasks t set
          target = case when t.target = c.target_after then c.target_before else t.target end,
          due_on = case when t.due_on = c.due_after then c.due_before else t.due_on end,
          reply_by_on = case when t.reply_by_on = c.reply_after then c.reply_before else t.reply_by_on end,
          state = case when c.kind = 'changed' then t.state else c.state_before end,
          state_since = case when c.kind = 'changed' then t.state_since when c.kind = 'added' then ${now} else c.since_before end
         from task_changes c
        where c.assignment_id = ${id} and c.version = ${version} and t.id = c.task_id
          and (c.kind <> 'withdrawn' or t.state = 'cancelled')
          and (c.kind <> 'added' or t.state in ('assigned', 'accepted', 'declined', 'returned'))`,
    );
    await execute(
      tx,
      sql`update task_decisions d set undone_at = ${now} from task_changes c
        where c.assignment_id = ${id} and c.version = ${version} and c.kind = 'withdrawn' and d.task_id = c.task_id
          and d.kind = 'release' and d.at = ${changedAt}`,
    );
    await execute(
      tx,
      sql`update extension_requests r set answered_by = null, answered_at = null, granted = null, granted_until = null, note = null
         from task_changes c
        where c.assignment_id = ${id} and c.version = ${version} and r.task_id = c.task_id and r.answered_at = ${changedAt}`,
    );
  }

  private async insertVersion(
    tx: Tx,
    actor: Actor,
    order: OpenedOrder,
    { version, before, after }: OrderChange,
    now: Date,
  ): Promise<void> {
    await tx.insert(OrderChange, {
      assignmentId: order.id,
      version: version + 1,
      changedBy: actor.personId,
      changedAt: now,
      reason: null,
      before: after,
      after: before,
      undoUntil: now,
      undoes: version,
    });
    await keepStand(tx, order.id, before);
  }
}
