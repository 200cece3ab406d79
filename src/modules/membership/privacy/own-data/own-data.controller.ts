import { Controller, Header } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Query } from '#platform/http';
import { ReadOwnData } from './read-own-data.ts';

@Controller()
export class OwnDataController {
  constructor(private readonly read: ReadOwnData) {}

  @Handle(routes.ownData)
  all(@CurrentActor() actor: Actor) {
    return this.read.execute(actor);
  }

  @Handle(routes.ownLooks)
  looks(@CurrentActor() actor: Actor, @Query() query: RouteQuery<typeof routes.ownLooks>) {
    return this.read.looks(actor, query);
  }

  @Handle(routes.ownDataFile)
  @Header('cache-control', 'private, no-store')
  @Header('content-disposition', 'attachment; filename="du-lieu-cua-toi.json"')
  file(@CurrentActor() actor: Actor): Promise<Buffer> {
    return this.read.file(actor);
  }
}
