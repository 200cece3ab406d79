import { Controller } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ListTeams } from './list-teams.ts';
import { SumTeams } from './sum-teams.ts';

@Controller()
export class TeamListsController {
  constructor(
    private readonly list: ListTeams,
    private readonly sums: SumTeams,
  ) {}

  @Handle(routes.listTeams)
  teams(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listTeams>,
  ) {
    return this.list.execute(actor, unitId, query);
  }

  @Handle(routes.teamSums)
  whole(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() { at }: RouteQuery<typeof routes.teamSums>,
  ) {
    return this.sums.whole(actor, unitId, at);
  }

  @Handle(routes.teamsByCommune)
  communes(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.teamsByCommune>,
  ) {
    return this.sums.byCommune(actor, unitId, query);
  }

  @Handle(routes.hamletsWithoutTeam)
  missing(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.hamletsWithoutTeam>,
  ) {
    return this.sums.missing(actor, unitId, query);
  }
}
