import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { execute, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { TaskAccess } from '../work/task/task-access.ts';
import type { Outcome } from '../work/task/task-outcome.ts';
import { mayStillUndo } from '../work/task/task-states.ts';
import { taskErrors } from '../tasks.errors.ts';
import { decisionUndone } from '../tasks.events.ts';
import { NamedProducts } from './named-products.ts';

/** Takes a confirmation or a return back within a minute: the lines that it settled are open again. */
@Injectable()
export class UndoDecision {
  constructor(
    private readonly access: TaskAccess,
    private readonly products: NamedProducts,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, taskId: string): Promise<Outcome> {
    return this.access.change(actor, taskId, 'result.confirm', async (tx, task, now) => {
      const decided = task.state === 'confirmed' || task.state === 'returned';
      if (!decided) throw taskErrors.tooLateToUndo();
      if (!mayStillUndo(task.decidedAt, now)) throw taskErrors.tooLateToUndo();
      const [decision] = await rowsOf<{ id: string }>(
        tx,
        sql`update task_decisions set undone_at = ${now} where id = (
           select id from task_decisions where task_id = ${task.id} and kind in ('confirm', 'return') and undone_at is null
             order by at desc, id desc limit 1) returning id`,
      );
      if (decision) await this.products.takeBack(tx, actor, decision.id);
      await execute(
        tx,
        sql`update progress_lines set confirmed_value = null, confirmed_by = null, confirmed_at = null, decision_id = null
          where decision_id = ${decision?.id}`,
      );
      await execute(tx, sql`delete from confirmation_views where task_id = ${task.id}`);
      await this.access.move(tx, task, task.state === 'confirmed' ? 'undo_confirmation' : 'undo_return', now, {
        decidedBy: null,
        decidedAt: null,
      });
      await this.outbox.append(tx, decisionUndone({ taskId: task.id }, { unitId: task.unitId }), actor);
      return {};
    });
  }
}
