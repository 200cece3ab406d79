import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { GiveSupport } from './give-support.ts';
import { SetGroup } from './groups/set-group.ts';

/** What ties a team to others: its supporters and its chat group. */
@Controller()
export class TeamLinksController {
  constructor(
    private readonly setGroup: SetGroup,
    private readonly giveSupport: GiveSupport,
  ) {}

  @Handle(routes.giveSupport)
  give(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.giveSupport>,
  ) {
    return this.giveSupport.execute(actor, unitId, input);
  }

  @Handle(routes.setGroup)
  group(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Input() input: RouteBody<typeof routes.setGroup>,
  ) {
    return this.setGroup.execute(actor, teamId, input);
  }
}
