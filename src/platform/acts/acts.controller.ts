import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { TakeBackAct } from './take-back-act.ts';

@Controller()
export class ActsController {
  constructor(private readonly takeBack: TakeBackAct) {}

  @Handle(routes.takeBackAct)
  take(@CurrentActor() actor: Actor, @PathId('actId') actId: string) {
    return this.takeBack.execute(actor, actId);
  }
}
