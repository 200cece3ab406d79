import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ReadTask } from '../../reads/tasks/read-task.ts';
import { AcceptTask } from './accept-task.ts';
import { AskExtension } from './ask-extension.ts';
import { DeclineTask } from './decline-task.ts';
import { DelegateTask } from './delegate-task.ts';

/** How a team answers an order. */
@Controller()
export class TaskAnswersController {
  constructor(
    private readonly read: ReadTask,
    private readonly acceptTask: AcceptTask,
    private readonly declineTask: DeclineTask,
    private readonly askExtension: AskExtension,
    private readonly delegateTask: DelegateTask,
  ) {}

  @Handle(routes.acceptTask)
  async accept(@CurrentActor() actor: Actor, @PathId('taskId') taskId: string) {
    return this.read.receipt(actor, taskId, await this.acceptTask.execute(actor, taskId));
  }

  @Handle(routes.declineTask)
  async decline(
    @CurrentActor() actor: Actor,
    @PathId('taskId') taskId: string,
    @Input() input: RouteBody<typeof routes.declineTask>,
  ) {
    return this.read.receipt(actor, taskId, await this.declineTask.execute(actor, taskId, input));
  }

  @Handle(routes.askExtension)
  async extend(
    @CurrentActor() actor: Actor,
    @PathId('taskId') taskId: string,
    @Input() input: RouteBody<typeof routes.askExtension>,
  ) {
    return this.read.receipt(actor, taskId, await this.askExtension.execute(actor, taskId, input));
  }

  @Handle(routes.delegateTask)
  async delegate(
    @CurrentActor() actor: Actor,
    @PathId('taskId') taskId: string,
    @Input() input: RouteBody<typeof routes.delegateTask>,
  ) {
    return this.read.receipt(actor, taskId, await this.delegateTask.execute(actor, taskId, input));
  }
}
