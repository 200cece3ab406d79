import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ReadSeries } from './read-series.ts';
import { SetNext } from './set-next.ts';

@Controller()
export class OrderSeriesController {
  constructor(
    private readonly read: ReadSeries,
    private readonly setNext: SetNext,
  ) {}

  @Handle(routes.listOrderSeries)
  list(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.list(actor, unitId);
  }

  @Handle(routes.nextOfSeries)
  next(
    @CurrentActor() actor: Actor,
    @PathId('seriesId') seriesId: string,
    @Query() query: RouteQuery<typeof routes.nextOfSeries>,
  ) {
    return this.read.next(actor, seriesId, query);
  }

  @Handle(routes.setNextOfSeries)
  async set(
    @CurrentActor() actor: Actor,
    @PathId('seriesId') seriesId: string,
    @Input() input: RouteBody<typeof routes.setNextOfSeries>,
  ) {
    await this.setNext.execute(actor, seriesId, input);
    return this.read.one(actor, seriesId);
  }
}
