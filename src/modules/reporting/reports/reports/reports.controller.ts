import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ReadFigureSource } from '../figures/figure-source.ts';
import { ListReports, OpenReport } from './list-reports.ts';
import { ReadReport } from './read-report.ts';
import { ReadReportHistory } from './read-report-history.ts';
import { SeeReport } from './see-report.ts';

/** Reading a unit's reports. */
@Controller()
export class ReportsController {
  constructor(
    private readonly listing: ListReports,
    private readonly opening: OpenReport,
    private readonly read: ReadReport,
    private readonly seeing: SeeReport,
    private readonly sources: ReadFigureSource,
    private readonly history: ReadReportHistory,
  ) {}

  @Handle(routes.listReports)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listReports>,
  ) {
    return this.listing.execute(actor, unitId, query);
  }

  @Handle(routes.openReport)
  async open(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.openReport>,
  ) {
    return this.read.present(actor, await this.opening.execute(actor, unitId, input));
  }

  @Handle(routes.readReport)
  one(@CurrentActor() actor: Actor, @PathId('reportId') id: string) {
    return this.read.execute(actor, id);
  }

  @Handle(routes.seeReport)
  see(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.seeReport>,
  ) {
    return this.seeing.execute(actor, id, input);
  }

  @Handle(routes.figureSource)
  source(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Query() query: RouteQuery<typeof routes.figureSource>,
  ) {
    return this.sources.execute(actor, id, query);
  }

  @Handle(routes.reportVersions)
  versions(@CurrentActor() actor: Actor, @PathId('reportId') id: string) {
    return this.history.execute(actor, id);
  }
}
