import { Controller } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ListCommittees } from './list-committees.ts';
import { ReadCommitteeLoad } from './read-committee-load.ts';

@Controller()
export class CommitteeLoadsController {
  constructor(
    private readonly readLoad: ReadCommitteeLoad,
    private readonly listCommittees: ListCommittees,
  ) {}

  @Handle(routes.committeeLoad)
  load(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() { at }: RouteQuery<typeof routes.committeeLoad>,
  ) {
    return this.readLoad.execute(actor, unitId, at);
  }

  @Handle(routes.listCommittees)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listCommittees>,
  ) {
    return this.listCommittees.execute(actor, unitId, query);
  }
}
