import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Outcome } from '../../work/task/task-outcome.ts';
import { Submission } from './submission.ts';

/** Marks the task as done: it goes to the commune. Exactly one completion, whoever comes second is told who was first. */
@Injectable()
export class CompleteTask {
  constructor(
    private readonly access: TaskAccess,
    private readonly submission: Submission,
  ) {}

  execute(actor: Actor, taskId: string, _input: RouteBody<typeof routes.completeTask>): Promise<Outcome> {
    return this.access.change(actor, taskId, 'task.complete', async (tx, task, now) => {
      if (task.state === 'submitted' || task.state === 'confirmed') return { alreadyBy: task.submittedBy };
      await this.submission.submit(tx, actor, task, now);
      return {};
    });
  }
}
