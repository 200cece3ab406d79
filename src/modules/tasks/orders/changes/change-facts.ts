import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { ChangeAssignment } from './change-assignment.ts';
import type { OrderStand } from '../order/order-change.entity.ts';
import { type ChangeOfTask, ownChange, type OwnChange } from '../order/own-change.ts';
import type { ChangedTask } from './plan-change.ts';

export interface ChangeInfo {
  before: OrderStand;
  after: OrderStand;
  reason: string | null;
  changedBy: string;
  undoUntil: Date;
  undone: boolean;
  /** By when teams that came to it are to answer. */
  replyByOn: string | null;
  /** Of every team that stays; null where teams are told different things. */
  same: OwnChange | null;
  /** Of every team that came; null where targets differ. */
  addedTarget: number | null;
}
/** What a change would do, before it is made. */
export interface ChangePlan {
  before: OrderStand;
  after: OrderStand;
  unitId: string;
  tasks: readonly ChangedTask[];
  added: readonly { teamId: string; target: number }[];
  /** By when they are to answer. */
  addedReplyBy: string;
  /** Teams of the order that are left alone. */
  untouched: number;
  withdrawnWithWork: number;
  extensions: number;
}

/** What messages and previews say of a change: one function for what each team is told. */
@Injectable()
export class ChangeFacts {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeAssignment,
  ) {}

  async info(assignmentId: string, version: number): Promise<ChangeInfo | undefined> {
    const row = await this.database.one<
      Omit<ChangeInfo, 'same'> & {
        kinds: number;
        one: { d1: string; d2: string; t1: number; t2: number; w: boolean } | null;
      }
    >(
      sql`select c.before, c.after, c.reason, c.changed_by as "changedBy", c.undo_until as "undoUntil",
          exists (select 1 from order_changes u where u.assignment_id = c.assignment_id and u.undoes = c.version) as undone,
          n.kinds, n.one, n.reply as "replyByOn", n.added as "addedTarget"
         from order_changes c cross join lateral (
           select count(distinct (t.due_before, t.due_after, t.target_before, t.target_after, t.reworded))
                    filter (where t.kind = 'changed')::int as kinds,
                  (array_agg(json_build_object('d1', t.due_before, 'd2', t.due_after, 't1', t.target_before, 't2', t.target_after,
                    'w', t.reworded)) filter (where t.kind = 'changed'))[1] as one,
                  max(t.reply_after) filter (where t.kind = 'added') as reply,
                  case when min(t.target_after) filter (where t.kind = 'added') = max(t.target_after) filter (where t.kind = 'added')
                    then max(t.target_after) filter (where t.kind = 'added') end as added
             from task_changes t where t.assignment_id = c.assignment_id and t.version = c.version) n
        where c.assignment_id = ${assignmentId} and c.version = ${version}`,
    );
    if (!row) return undefined;
    const { kinds, one, ...info } = row;
    const same =
      kinds === 1 && one
        ? ownChange(info, {
            dueBefore: one.d1,
            dueAfter: one.d2,
            targetBefore: one.t1,
            targetAfter: one.t2,
            reworded: one.w,
          })
        : null;
    return { ...info, same };
  }

  /** By task. */
  async own(version: number, taskIds: readonly string[]): Promise<Map<string, OwnChange>> {
    const rows = await this.database.rows<ChangeOfTask & Pick<ChangeInfo, 'before' | 'after'> & { taskId: string }>(
      sql`select c.task_id as "taskId", c.due_before as "dueBefore", c.due_after as "dueAfter",
          c.target_before as "targetBefore", c.target_after as "targetAfter", c.reworded, o.before, o.after
         from task_changes c join order_changes o on o.assignment_id = c.assignment_id and o.version = c.version
        where c.task_id = any(${taskIds}::uuid[]) and c.version = ${version}`,
    );
    return new Map(rows.map((row) => [row.taskId, ownChange(row, row)]));
  }

  /** @throws as the change itself would */
  async plan(
    actor: Actor,
    assignmentId: string,
    input: RouteBody<typeof routes.changeAssignment>,
  ): Promise<ChangePlan> {
    const { order, plan, replyByOn: addedReplyBy } = await this.changes.preview(actor, assignmentId, input);
    const { title, work, target, dueOn, replyByOn, priority, unitId } = order;
    const withdrawn = plan.tasks.filter(({ kind }) => kind === 'withdrawn').map(({ task }) => task.id);
    const row = await this.database.one<{ teams: number; withWork: number; extensions: number }>(
      sql`select (select count(*)::int from tasks where assignment_id = ${assignmentId} and state <> 'cancelled') as teams,
          (select count(*)::int from unnest(${withdrawn}::uuid[]) as w(id)
            where exists (select 1 from counted_lines l where l.task_id = w.id and l.confirmed_value is null)) as "withWork",
          (select count(*)::int from unnest(${plan.tasks.map(({ task }) => task.id)}::uuid[],
              ${plan.tasks.map((each) => each.dueOn)}::date[]) as c(id, due_on)
             join extension_requests r on r.task_id = c.id and r.answered_at is null and r.until <= c.due_on) as extensions`,
    );
    return {
      before: { title, work, target, dueOn, replyByOn, priority },
      after: plan.after,
      unitId,
      tasks: plan.tasks,
      added: plan.added,
      addedReplyBy,
      untouched: (row?.teams ?? 0) - plan.tasks.length,
      withdrawnWithWork: row?.withWork ?? 0,
      extensions: row?.extensions ?? 0,
    };
  }
}
