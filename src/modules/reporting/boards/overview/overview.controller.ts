import { Controller, Header } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { answerWith } from '../../papers/documents/printed-file.ts';
import { ExportOverview } from './export-overview.ts';
import { ReadOverviewTeams } from './read-overview-teams.ts';
import { ReadOverview } from './read-overview.ts';

/** What is seen from above, and the list behind each figure. */
@Controller()
export class OverviewController {
  constructor(
    private readonly overviews: ReadOverview,
    private readonly teams: ReadOverviewTeams,
    private readonly sheets: ExportOverview,
  ) {}

  @Handle(routes.overview)
  overview(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.overview>,
  ) {
    return this.overviews.execute(actor, unitId, query);
  }

  @Handle(routes.overviewSheet)
  @Header('cache-control', 'private, no-store')
  async overviewSheet(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.overviewSheet>,
  ) {
    return answerWith(await this.sheets.execute(actor, unitId, query));
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
