import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { EndHold } from './end-hold.ts';
import { HoldRecords } from './hold-records.ts';
import { ReadKeeping } from './read-keeping.ts';

/** What goes by time, and what is held back from it. */
@Controller()
export class KeepingController {
  constructor(
    private readonly read: ReadKeeping,
    private readonly holdRecords: HoldRecords,
    private readonly endHold: EndHold,
  ) {}

  @Handle(routes.readKeeping)
  board(@CurrentActor() actor: Actor) {
    return this.read.execute(actor);
  }

  @Handle(routes.holdRecords)
  hold(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.holdRecords>) {
    return this.holdRecords.execute(actor, input);
  }

  @Handle(routes.endHold)
  end(@CurrentActor() actor: Actor, @PathId('holdId') holdId: string) {
    return this.endHold.execute(actor, holdId);
  }
}
