import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AnswerDecline } from './answer-decline.ts';
import { AnswerExtension } from './answer-extension.ts';
import { ConfirmTask } from './confirm-task.ts';
import { ReturnTask } from './return-task.ts';
import { UndoDecision } from './undo-decision.ts';
import { ReadTask } from '../reads/tasks/read-task.ts';

/** What the commune decides about a team's task. */
@Controller()
export class ResultsController {
  constructor(
    private readonly read: ReadTask,
    private readonly confirmTask: ConfirmTask,
    private readonly returnTask: ReturnTask,
    private readonly undoDecision: UndoDecision,
    private readonly answerDecline: AnswerDecline,
    private readonly answerExtension: AnswerExtension,
  ) {}

  @Handle(routes.confirmTask)
  async confirm(
    @CurrentActor() actor: Actor,
    @PathId('taskId') taskId: string,
    @Input() input: RouteBody<typeof routes.confirmTask>,
  ) {
    return this.read.receipt(actor, taskId, await this.confirmTask.execute(actor, taskId, input));
  }

  @Handle(routes.returnTask)
  async giveBack(
    @CurrentActor() actor: Actor,
    @PathId('taskId') taskId: string,
    @Input() input: RouteBody<typeof routes.returnTask>,
  ) {
    return this.read.receipt(actor, taskId, await this.returnTask.execute(actor, taskId, input));
  }

  @Handle(routes.undoDecision)
  async undo(@CurrentActor() actor: Actor, @PathId('taskId') taskId: string) {
    return this.read.receipt(actor, taskId, await this.undoDecision.execute(actor, taskId));
  }

  @Handle(routes.answerDecline)
  async declined(
    @CurrentActor() actor: Actor,
    @PathId('taskId') taskId: string,
    @Input() input: RouteBody<typeof routes.answerDecline>,
  ) {
    return this.read.receipt(actor, taskId, await this.answerDecline.execute(actor, taskId, input));
  }

  @Handle(routes.answerExtension)
  async extension(
    @CurrentActor() actor: Actor,
    @PathId('requestId') requestId: string,
    @Input() input: RouteBody<typeof routes.answerExtension>,
  ) {
    const outcome = await this.answerExtension.execute(actor, requestId, input);
    return this.read.receipt(actor, outcome.taskId, outcome);
  }
}
