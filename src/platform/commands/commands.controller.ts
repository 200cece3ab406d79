import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { ReadCommand } from './read-command.ts';

@Controller()
export class CommandsController {
  constructor(private readonly readCommand: ReadCommand) {}

  @Handle(routes.myCommand)
  command(@CurrentActor() actor: Actor, @PathId('commandId') commandId: string) {
    return this.readCommand.execute(actor, commandId);
  }
}
