import { Injectable } from '@nestjs/common';
import { openTaskStates } from '#contracts/tasks/task-states';
import type { Actor } from '#platform/auth';
import { rowsOf, short, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Task } from '../../work/task/task.entity.ts';
import { requireEvidence } from './evidence.ts';
import { taskErrors } from '../../tasks.errors.ts';
import { taskSubmitted } from '../../tasks.events.ts';

/** Handing a task in: leader and deputies always, a member when the task was passed to them. */
@Injectable()
export class Submission {
  constructor(
    private readonly access: TaskAccess,
    private readonly outbox: Outbox,
  ) {}

  /** @throws task.notYours, task.nothingReported, what the order asks for and nobody has sent, the state's refusal */
  async submit(tx: Tx, actor: Actor, task: Task, now: Date): Promise<void> {
    if (!this.mayHandIn(actor, task)) throw taskErrors.notYours();
    if ((await this.reported(tx, task)) === 0) throw taskErrors.nothingReported();
    await requireEvidence(tx, task);
    await this.access.move(tx, task, 'submit', now, { submittedBy: actor.personId, submittedAt: now });
    await this.outbox.append(tx, taskSubmitted({ taskId: task.id }, { unitId: task.unitId }), actor);
  }

  /** For an entry that also says "done": the figure counts in any case, handing in only where it is this person's to do. */
  async submitIfOpen(tx: Tx, actor: Actor, task: Task, now: Date): Promise<void> {
    if (openTaskStates.includes(task.state) && this.mayHandIn(actor, task) && (await this.reported(tx, task)) > 0)
      await this.submit(tx, actor, task, now);
  }

  private mayHandIn(actor: Actor, task: Task): boolean {
    return (
      task.doerId === actor.personId ||
      actor.posts.some(({ teamId, role }) => teamId === task.teamId && (role === 'leader' || role === 'deputy'))
    );
  }

  private async reported(tx: Tx, task: Task): Promise<number> {
    const [row] = await rowsOf<{ reported: number }>(
      tx,
      short(
        sql`select coalesce(sum(coalesce(confirmed_value, value)), 0)::bigint as reported from counted_lines where task_id = ${task.id}`,
      ),
    );
    return row?.reported ?? 0;
  }
}
