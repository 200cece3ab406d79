import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input } from '#platform/http';
import { SayBusy } from './say-busy.ts';

@Controller()
export class BusyController {
  constructor(private readonly sayBusy: SayBusy) {}

  @Handle(routes.sayBusy)
  say(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.sayBusy>) {
    return this.sayBusy.execute(actor, input);
  }

  @Handle(routes.endBusy)
  end(@CurrentActor() actor: Actor) {
    return this.sayBusy.end(actor);
  }
}
