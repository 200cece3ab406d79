import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { ReadTask } from '../../reads/tasks/read-task.ts';
import { TakeBackAcceptance } from './take-back-acceptance.ts';
import { TakeBackDecline } from './take-back-decline.ts';

/** An answer is taken back within a minute. */
@Controller()
export class TaskUndoController {
  constructor(
    private readonly read: ReadTask,
    private readonly takeBackAcceptance: TakeBackAcceptance,
    private readonly takeBackDecline: TakeBackDecline,
  ) {}

  @Handle(routes.takeBackAcceptance)
  async acceptance(@CurrentActor() actor: Actor, @PathId('taskId') taskId: string) {
    return this.read.receipt(actor, taskId, await this.takeBackAcceptance.execute(actor, taskId));
  }

  @Handle(routes.takeBackDecline)
  async decline(@CurrentActor() actor: Actor, @PathId('taskId') taskId: string) {
    return this.read.receipt(actor, taskId, await this.takeBackDecline.execute(actor, taskId));
  }
}
