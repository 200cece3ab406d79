import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { AvoidList } from '../../sessions/clashes/avoid-list.ts';
import { ReadCoverage } from './read-coverage.ts';
import { ReadLoad } from './read-load.ts';

/** Where the gaps are, which days to keep free, and what providers have done. */
@Controller()
export class TrainingOverviewController {
  constructor(
    private readonly coverage: ReadCoverage,
    private readonly load: ReadLoad,
    private readonly avoid: AvoidList,
  ) {}

  @Handle(routes.trainingCoverage)
  matrix(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.trainingCoverage>,
  ) {
    return this.coverage.ofUnit(actor, unitId, query);
  }

  @Handle(routes.coverageCell)
  team(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    return this.coverage.ofTeam(actor, teamId);
  }

  @Handle(routes.trainingLoad)
  providers(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.trainingLoad>,
  ) {
    return this.load.execute(actor, unitId, query);
  }

  @Handle(routes.avoidTimes)
  free(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.avoid.read(actor, unitId);
  }

  @Handle(routes.setAvoidTimes)
  keepFree(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.setAvoidTimes>,
  ) {
    return this.avoid.replace(actor, unitId, input);
  }
}
