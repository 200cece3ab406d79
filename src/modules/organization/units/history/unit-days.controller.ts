import { Controller } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ReadUnitDays } from './read-unit-days.ts';

@Controller()
export class UnitDaysController {
  constructor(private readonly read: ReadUnitDays) {}

  @Handle(routes.unitDays)
  days(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.days(actor, unitId);
  }

  @Handle(routes.unitsOfThen)
  stood(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.unitsOfThen>,
  ) {
    return this.read.stoodAt(actor, unitId, query.at);
  }
}
