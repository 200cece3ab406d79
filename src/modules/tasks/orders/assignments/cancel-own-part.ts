import { Inject, Injectable } from '@nestjs/common';
import { taskTable } from '#contracts/tasks/task-states';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { ChangeWriter } from '../changes/change-writer.ts';
import { OrderOnTable } from '../changes/order-on-table.ts';

/**
 * A commune takes an order of a unit that has ended away from its own teams: a version of the order, told to these teams alone.
 * Other heirs' teams go on, and the order's own sum stays as it was issued.
 */
@Injectable()
export class CancelOwnPart {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly orders: OrderOnTable,
    private readonly writer: ChangeWriter,
    private readonly clock: Clock,
  ) {}

  /** The caller has asked for the right. Done a second time it finds nothing. */
  async execute(actor: Actor, assignmentId: string, reason: string): Promise<void> {
    this.scope.requireAnywhere(actor, 'assignment.issue');
    await this.database.tx(async (tx) => {
      const order = await this.orders.lockNewest(tx, assignmentId);
      if (!order) return;
      const own = await this.ownTasks(tx, actor, assignmentId);
      const [place] = own.values();
      // By the post that has these teams: members are told whose office it was.
      if (place) await this.scope.require(actor, 'assignment.issue', { unitId: place });
      const tasks = (await this.orders.tasks(tx, assignmentId, { locked: true })).filter(
        ({ id, state }) => own.has(id) && taskTable.cancel.from.includes(state),
      );
      if (tasks.length === 0) return;
      const { title, work, target, dueOn, replyByOn, priority } = order;
      const withdrawn = tasks.map((task) => ({
        task,
        kind: 'withdrawn' as const,
        target: task.target,
        dueOn: task.dueOn,
        replyByOn: task.replyByOn,
        reworded: false,
      }));
      const now = this.clock.now();
      await this.writer.write(
        tx,
        actor,
        order,
        {
          after: { title, work, target, dueOn, replyByOn, priority },
          tasks: withdrawn,
          added: [],
          problems: [],
        },
        { reason, at: now, undoUntil: new Date(now.getTime() + this.env.HOLD_SECONDS * 1000) },
      );
    });
  }

  private async ownTasks(tx: Tx, actor: Actor, assignmentId: string): Promise<Map<string, string>> {
    const rows = await rowsOf<{ id: string; unitId: string }>(
      tx,
      sql`select t.id, t.unit_id as "unitId" from tasks t where t.assignment_id = ${assignmentId} and exists (select 1 from unit_closure c
        where c.descendant_id = t.unit_id and c.ancestor_id = any(${this.scope.unitIds(actor, 'assignment.issue')}::uuid[]))`,
    );
    return new Map(rows.map(({ id, unitId }) => [id, unitId]));
  }
}
