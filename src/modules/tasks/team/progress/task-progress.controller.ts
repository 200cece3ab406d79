import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ReadTask } from '../../reads/tasks/read-task.ts';
import { CompleteTask } from './complete-task.ts';
import { CorrectProgress } from './correct-progress.ts';
import { MarkConfirmationSeen } from './mark-confirmation-seen.ts';
import { ReportProgress } from './report-progress.ts';

/** How a team works a task off. */
@Controller()
export class TaskProgressController {
  constructor(
    private readonly read: ReadTask,
    private readonly reportProgress: ReportProgress,
    private readonly correctProgress: CorrectProgress,
    private readonly completeTask: CompleteTask,
    private readonly markConfirmationSeen: MarkConfirmationSeen,
  ) {}

  @Handle(routes.reportProgress)
  async report(
    @CurrentActor() actor: Actor,
    @PathId('taskId') taskId: string,
    @Input() input: RouteBody<typeof routes.reportProgress>,
  ) {
    return this.read.receipt(actor, taskId, await this.reportProgress.execute(actor, taskId, input));
  }

  @Handle(routes.correctProgress)
  async correct(
    @CurrentActor() actor: Actor,
    @PathId('entryId') entryId: string,
    @Input() input: RouteBody<typeof routes.correctProgress>,
  ) {
    const outcome = await this.correctProgress.execute(actor, entryId, input);
    return this.read.receipt(actor, outcome.taskId, outcome);
  }

  @Handle(routes.completeTask)
  async complete(
    @CurrentActor() actor: Actor,
    @PathId('taskId') taskId: string,
    @Input() input: RouteBody<typeof routes.completeTask>,
  ) {
    return this.read.receipt(actor, taskId, await this.completeTask.execute(actor, taskId, input));
  }

  @Handle(routes.resultSeen)
  resultSeen(@CurrentActor() actor: Actor, @PathId('taskId') taskId: string) {
    return this.markConfirmationSeen.execute(actor, taskId);
  }
}
