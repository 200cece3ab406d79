import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { AppointOfficer } from './appoint-officer.ts';
import { ListPosts } from './list-posts.ts';
import { ReadReadiness } from './read-readiness.ts';
import { ReadOfficers } from './read-officers.ts';

@Controller()
export class OfficersController {
  constructor(
    private readonly listPosts: ListPosts,
    private readonly readReadiness: ReadReadiness,
    private readonly read: ReadOfficers,
    private readonly appointOfficer: AppointOfficer,
  ) {}

  @Handle(routes.listPosts)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listPosts>,
  ) {
    return this.listPosts.execute(actor, unitId, query);
  }

  @Handle(routes.readiness)
  readiness(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.readReadiness.execute(actor, unitId);
  }

  @Handle(routes.appointOfficer)
  async appoint(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.appointOfficer>,
  ) {
    return this.read.one(await this.appointOfficer.execute(actor, unitId, input));
  }
}
