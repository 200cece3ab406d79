import { Controller } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ReadRestatement } from './restatement/read-restatement.ts';

@Controller()
export class RestatementController {
  constructor(private readonly readRestatement: ReadRestatement) {}

  @Handle(routes.restatedFigures)
  figures(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.restatedFigures>,
  ) {
    return this.readRestatement.execute(actor, unitId, query);
  }
}
