import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { TaskAccess } from '../work/task/task-access.ts';
import type { Task } from '../work/task/task.entity.ts';
import type { Outcome } from '../work/task/task-outcome.ts';
import { extensionErrors, taskErrors } from '../tasks.errors.ts';
import { extensionAnswered } from '../tasks.events.ts';
import { ExtensionRequest } from '../team/answers/extension-request.entity.ts';

type Input = RouteBody<typeof routes.answerExtension>;

/** Grants or refuses more time. The first answer stands. */
@Injectable()
export class AnswerExtension {
  constructor(
    private readonly access: TaskAccess,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: Actor, requestId: string, input: Input): Promise<Outcome & { taskId: string }> {
    const request: Pick<ExtensionRequest, 'taskId'> | null = await this.database.manager.findOne(ExtensionRequest, {
      select: { taskId: true },
      where: { id: requestId },
    });
    if (!request) throw extensionErrors.notFound();
    const outcome = await this.access.change(actor, request.taskId, 'result.confirm', (tx, task, now) =>
      this.answer(tx, actor, task, requestId, { ...input, now }),
    );
    return { ...outcome, taskId: request.taskId };
  }

  private async answer(
    tx: Tx,
    actor: Actor,
    task: Task,
    requestId: string,
    { granted, until, note, now }: Input & { now: Date },
  ): Promise<Outcome> {
    const row: Pick<ExtensionRequest, 'until' | 'answeredBy'> | null = await tx.findOne(ExtensionRequest, {
      select: { until: true, answeredBy: true },
      where: { id: requestId },
    });
    if (!row || row.answeredBy) return { alreadyBy: row?.answeredBy ?? null };
    const day = granted ? (until ?? row.until) : null;
    if (day && day <= task.dueOn) throw taskErrors.untilNotLater({ path: 'until', dueOn: task.dueOn });
    await tx.update(
      ExtensionRequest,
      { id: requestId },
      { answeredBy: actor.personId, answeredAt: now, granted, grantedUntil: day, note: note || null },
    );
    if (day) await this.access.save(tx, task, { dueOn: day });
    await this.outbox.append(
      tx,
      extensionAnswered({ taskId: task.id, requestId }, { unitId: task.unitId, changes: { granted, until: day } }),
      actor,
    );
    return {};
  }
}
