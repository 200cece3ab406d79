import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { EntryQueries } from '../../reads/results/entry.queries.ts';
import { ReadResults } from '../../reads/results/read-results.ts';
import { ReadUnitWork } from '../../reads/results/read-unit-work.ts';
import { CountApart } from './count-apart.ts';
import { QuickReport } from './quick-report.ts';
import { TakeBackQuickReport } from './take-back-quick-report.ts';

@Controller()
export class UnitWorkController {
  constructor(
    private readonly read: ReadUnitWork,
    private readonly readResults: ReadResults,
    private readonly entries: EntryQueries,
    private readonly quickReport: QuickReport,
    private readonly takeBackQuickReport: TakeBackQuickReport,
    private readonly countApart: CountApart,
  ) {}

  @Handle(routes.resultsToConfirm)
  results(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.resultsToConfirm>,
  ) {
    return this.readResults.execute(actor, unitId, query);
  }

  @Handle(routes.teamActivity)
  activity(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() { teams }: RouteQuery<typeof routes.teamActivity>,
  ) {
    return this.read.activity(actor, unitId, teams.split(','));
  }

  @Handle(routes.quickReport)
  async quick(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Input() input: RouteBody<typeof routes.quickReport>,
  ) {
    return this.entries.one(await this.quickReport.execute(actor, teamId, input), actor.personId);
  }

  @Handle(routes.takeBackQuickReport)
  takeBack(@CurrentActor() actor: Actor, @PathId('entryId') entryId: string) {
    return this.takeBackQuickReport.execute(actor, entryId);
  }

  @Handle(routes.countApart)
  async apart(@CurrentActor() actor: Actor, @PathId('entryId') entryId: string) {
    return this.entries.one(await this.countApart.execute(actor, entryId), actor.personId);
  }
}
