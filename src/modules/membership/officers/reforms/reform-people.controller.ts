import { Controller } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ReadReformPeople } from './read-reform-people.ts';

/** Who works in the units of a reform's day. */
@Controller()
export class ReformPeopleController {
  constructor(private readonly read: ReadReformPeople) {}

  @Handle(routes.listReformPlaces)
  places(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Query() query: RouteQuery<typeof routes.listReformPlaces>,
  ) {
    return this.read.places(actor, id, query);
  }

  @Handle(routes.reformPlace)
  place(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Query() query: RouteQuery<typeof routes.reformPlace>,
  ) {
    return this.read.place(actor, id, query);
  }

  @Handle(routes.listReformHolders)
  holders(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Query() query: RouteQuery<typeof routes.listReformHolders>,
  ) {
    return this.read.search(actor, id, query);
  }
}
