import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ReadTeams } from './read-teams.ts';
import { GiveSupport } from './give-support.ts';
import { SetGroup } from './groups/set-group.ts';
import { SetSupporters } from './set-supporters.ts';

/** What ties a team to others: its supporters and its chat group. */
@Controller()
export class TeamLinksController {
  constructor(
    private readonly read: ReadTeams,
    private readonly setSupporters: SetSupporters,
    private readonly setGroup: SetGroup,
    private readonly giveSupport: GiveSupport,
  ) {}

  @Handle(routes.setSupporters)
  async supporters(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Input() input: RouteBody<typeof routes.setSupporters>,
  ) {
    await this.setSupporters.execute(actor, teamId, [...new Set(input.personIds)]);
    return this.read.one(actor, teamId);
  }

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
    return this.setGroup.ofTeam(actor, teamId, input);
  }

  @Handle(routes.setUnitGroup)
  unitGroup(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.setUnitGroup>,
  ) {
    return this.setGroup.ofUnit(actor, unitId, input);
  }
}
