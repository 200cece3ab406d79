import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { nextTaskState, taskTable } from '#contracts/tasks/task-states';
import type { Actor } from '#platform/auth';
import { execute, prepared, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { ConfirmationManner } from '../work/task/task-decision.entity.ts';
import type { Task } from '../work/task/task.entity.ts';
import { TaskAccess } from '../work/task/task-access.ts';
import { refusalOf } from '../work/task/task-states.ts';
import { taskConfirmed } from '../tasks.events.ts';
import { NamedProducts } from './named-products.ts';
import { already, confirmed, refused, type ResultOutcome } from './result-outcome.ts';

/** Handed-in tasks become confirmed, one or hundreds: every open line as reported, what exceeds the target in full. */
@Injectable()
export class TaskConfirmations {
  constructor(
    private readonly access: TaskAccess,
    private readonly outbox: Outbox,
    private readonly products: NamedProducts,
  ) {}

  isOpen({ state }: Pick<Task, 'state'>): boolean {
    return nextTaskState(state, 'confirm') !== undefined;
  }

  /** Each that waits; of the others it is told why not. */
  async confirm(
    tx: Tx,
    actor: Actor,
    taskIds: readonly string[],
    now: Date,
    manner: ConfirmationManner,
  ): Promise<ResultOutcome[]> {
    const tasks = await this.access.lockMany(tx, taskIds);
    const outcomes = tasks.map((task) => {
      if (task.state === 'confirmed') return already(task.id, task.decidedBy, actor.personId);
      return this.isOpen(task) ? confirmed(task.id) : refused(task.id, refusalOf(task));
    });
    const open = tasks.filter((task) => this.isOpen(task));
    await this.products.recordTold(tx, actor, await this.write(tx, actor, open, now, manner));
    return outcomes;
  }

  /** @param tasks locked by `tx`, and open. Gives the decision behind each, in their order */
  async write(
    tx: Tx,
    actor: Actor,
    tasks: readonly Pick<Task, 'id' | 'unitId'>[],
    now: Date,
    manner: ConfirmationManner = 'each',
  ): Promise<string[]> {
    if (tasks.length === 0) return [];
    const taskIds = tasks.map(({ id }) => id);
    const decisionIds = tasks.map(() => v7());
    await execute(
      tx,
      prepared(
        'confirm-tasks',
        sql`with decided as (
           insert into task_decisions (id, task_id, kind, reasons, by_id, at, manner)
           select d.id, d.task_id, 'confirm', '{}', ${actor.personId}, ${now}::timestamptz, ${manner}
             from unnest(${decisionIds}::uuid[], ${taskIds}::uuid[]) as d(id, task_id))
         update tasks set state = ${taskTable.confirm.to}, state_since = ${now}::timestamptz, decided_by = ${actor.personId}, decided_at = ${now}::timestamptz
          where id = any(${taskIds}::uuid[])`,
      ),
    );
    await execute(
      tx,
      prepared(
        'confirm-lines',
        sql`update progress_lines l set confirmed_value = l.value, confirmed_by = ${actor.personId}, confirmed_at = ${now},
          decision_id = c.decision_id
           from (select d.id as decision_id, o.entry_id, o.position
                   from unnest(${decisionIds}::uuid[], ${taskIds}::uuid[]) as d(id, task_id)
                  cross join lateral (select entry_id, position from counted_lines
                                       where task_id = d.task_id and confirmed_value is null offset 0) o) c
          where l.entry_id = c.entry_id and l.position = c.position`,
      ),
    );
    const events = tasks.map(({ id: taskId, unitId }) => taskConfirmed({ taskId }, { unitId, changes: { manner } }));
    await this.outbox.appendMany(tx, events, actor);
    return decisionIds;
  }
}
