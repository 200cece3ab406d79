import { Injectable } from '@nestjs/common';
import { Database, prepared, sql } from '#platform/database';
import type { OrderChange } from './order-change.entity.ts';
import { type ChangeOfTask, type OwnChange, ownChange } from './own-change.ts';

type Row = ChangeOfTask & Pick<OrderChange, 'before' | 'after' | 'changedBy' | 'changedAt' | 'reason'>;

/** The last change of its order that touched a task and stands. */
@Injectable()
export class LastChanges {
  constructor(private readonly database: Database) {}

  async lastOf(
    taskId: string,
  ): Promise<(Pick<OrderChange, 'changedBy' | 'changedAt' | 'reason'> & { own: OwnChange }) | undefined> {
    const row = await this.database.one<Row>(
      prepared(
        'task-last-change',
        sql`select o.changed_by as "changedBy", o.changed_at as "changedAt", o.reason, o.before, o.after,
          c.due_before as "dueBefore", c.due_after as "dueAfter", c.target_before as "targetBefore",
          c.target_after as "targetAfter", c.reworded
         from task_changes c join order_changes o on o.assignment_id = c.assignment_id and o.version = c.version
        where c.task_id = ${taskId} and c.kind = 'changed' and not exists (
          select 1 from order_changes u where u.assignment_id = c.assignment_id and u.undoes = c.version)
        order by c.version desc limit 1`,
      ),
    );
    return row && { changedBy: row.changedBy, changedAt: row.changedAt, reason: row.reason, own: ownChange(row, row) };
  }
}
