import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { WithdrawCommand } from './withdraw-command.ts';

@Controller()
export class CommandsController {
  constructor(private readonly withdrawCommand: WithdrawCommand) {}

  @Handle(routes.withdrawCommand)
  withdraw(@CurrentActor() actor: Actor, @PathId('commandId') commandId: string) {
    return this.withdrawCommand.execute(actor, commandId);
  }
}
