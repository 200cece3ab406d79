import { Controller } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ReadOverviewTeams } from './read-overview-teams.ts';
import { ReadOverview } from './read-overview.ts';

/** What is seen from above, and the list behind each figure. */
@Controller()
export class OverviewController {
  constructor(
    private readonly overviews: ReadOverview,
    private readonly teams: ReadOverviewTeams,
  ) {}

  @Handle(routes.overview)
  overview(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.overview>,
  ) {
    return this.overviews.execute(actor, unitId, query);
  }

  @Handle(routes.overviewTeams)
  overviewTeams(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.overviewTeams>,
  ) {
    return this.teams.execute(actor, unitId, query);
  }
}
