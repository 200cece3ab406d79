import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ReadNumberSeries } from './read-number-series.ts';
import { SetMonthlyNumbers } from './set-monthly-numbers.ts';

@Controller()
export class MonthlyNumbersController {
  constructor(
    private readonly read: ReadNumberSeries,
    private readonly set: SetMonthlyNumbers,
  ) {}

  @Handle(routes.listNumberSeries)
  list(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.list(actor, unitId);
  }

  @Handle(routes.nextNumbers)
  next(
    @CurrentActor() actor: Actor,
    @PathId('seriesId') seriesId: string,
    @Query() query: RouteQuery<typeof routes.nextNumbers>,
  ) {
    return this.read.next(actor, seriesId, query);
  }

  @Handle(routes.setNextNumbers)
  async setNext(
    @CurrentActor() actor: Actor,
    @PathId('seriesId') seriesId: string,
    @Input() input: RouteBody<typeof routes.setNextNumbers>,
  ) {
    await this.set.next(actor, seriesId, input);
    return this.read.one(actor, seriesId);
  }

  @Handle(routes.allotMonthly)
  repeat(
    @CurrentActor() actor: Actor,
    @PathId('allotmentId') allotmentId: string,
    @Input() input: RouteBody<typeof routes.allotMonthly>,
  ) {
    return this.set.repeat(actor, allotmentId, input);
  }
}
