import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { OwnIndicators } from './own-indicators.ts';

@Controller()
export class OwnIndicatorsController {
  constructor(private readonly indicators: OwnIndicators) {}

  @Handle(routes.addIndicator)
  add(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.addIndicator>,
  ) {
    return this.indicators.add(actor, unitId, input);
  }

  @Handle(routes.endIndicator)
  end(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.endIndicator>,
  ) {
    return this.indicators.end(actor, unitId, input);
  }
}
