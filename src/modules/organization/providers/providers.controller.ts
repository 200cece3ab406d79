import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { CoverHamlets } from './cover-hamlets.ts';
import { SetCoverage } from './set-coverage.ts';

@Controller()
export class ProvidersController {
  constructor(
    private readonly setCoverage: SetCoverage,
    private readonly coverHamlets: CoverHamlets,
  ) {}

  @Handle(routes.setCoverage)
  set(
    @CurrentActor() actor: Actor,
    @PathId('providerId') providerId: string,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.setCoverage>,
  ) {
    return this.setCoverage.execute(actor, providerId, unitId, input);
  }

  @Handle(routes.coverHamlets)
  cover(
    @CurrentActor() actor: Actor,
    @PathId('providerId') providerId: string,
    @Input() input: RouteBody<typeof routes.coverHamlets>,
  ) {
    return this.coverHamlets.execute(actor, providerId, input);
  }
}
