import { Controller } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ReadRestated } from './restate/read-restated.ts';

@Controller()
export class RestatedController {
  constructor(private readonly restated: ReadRestated) {}

  @Handle(routes.restatedFigures)
  figures(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.restatedFigures>,
  ) {
    return this.restated.execute(actor, unitId, query);
  }
}
