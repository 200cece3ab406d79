import { Controller } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ReadProviderCell } from './read-provider-cell.ts';
import { ReadProviderCoverage } from './read-provider-coverage.ts';

@Controller()
export class ProviderCoverageController {
  constructor(
    private readonly readCoverage: ReadProviderCoverage,
    private readonly readCell: ReadProviderCell,
  ) {}

  @Handle(routes.providerCoverage)
  coverage(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.providerCoverage>,
  ) {
    return this.readCoverage.execute(actor, unitId, query);
  }

  @Handle(routes.providerCell)
  cell(@CurrentActor() actor: Actor, @PathId('providerId') providerId: string, @PathId('unitId') unitId: string) {
    return this.readCell.execute(actor, providerId, unitId);
  }
}
