import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ReadBoard } from '../consolidation/read-board.ts';
import { ReadDashboard } from '../consolidation/read-dashboard.ts';
import { ChaseReports } from './chase-reports.ts';
import { ReadTeamMonth } from '../consolidation/read-team-month.ts';

/** What is looked at from above, and a team's own month. */
@Controller()
export class ReportBoardsController {
  constructor(
    private readonly boards: ReadBoard,
    private readonly dashboards: ReadDashboard,
    private readonly chasing: ChaseReports,
    private readonly months: ReadTeamMonth,
  ) {}

  @Handle(routes.reportBoard)
  board(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.reportBoard>,
  ) {
    return this.boards.execute(actor, unitId, query);
  }

  @Handle(routes.remindReports)
  remind(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.remindReports>,
  ) {
    return this.chasing.execute(actor, { kind: 'reportReminder', unitId, ...input });
  }

  @Handle(routes.dashboard)
  dashboard(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.dashboard>,
  ) {
    return this.dashboards.execute(actor, unitId, query);
  }

  @Handle(routes.teamMonth)
  teamMonth(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Query() query: RouteQuery<typeof routes.teamMonth>,
  ) {
    return this.months.execute(actor, teamId, query);
  }
}
