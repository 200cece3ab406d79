import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { CloseHamlets } from './close-hamlets.ts';
import { CloseUnits } from './close-units.ts';

@Controller()
export class ClosingsController {
  constructor(
    private readonly closeUnits: CloseUnits,
    private readonly closeHamlets: CloseHamlets,
  ) {}

  @Handle(routes.closeUnits)
  units(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.closeUnits>,
  ) {
    return this.closeUnits.execute(actor, unitId, input);
  }

  @Handle(routes.closeHamlets)
  hamlets(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.closeHamlets>,
  ) {
    return this.closeHamlets.execute(actor, unitId, input);
  }
}
