import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { ReadUnitChanges } from './read-unit-changes.ts';
import { ReadUnitMaps } from './read-unit-maps.ts';

/** What was entered about a unit, with the names of those who did. */
@Controller()
export class UnitHistoryController {
  constructor(
    private readonly unitChanges: ReadUnitChanges,
    private readonly unitMaps: ReadUnitMaps,
  ) {}

  @Handle(routes.unitChanges)
  changes(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.unitChanges.execute(actor, unitId);
  }

  @Handle(routes.unitMaps)
  maps(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.unitMaps.execute(actor, unitId);
  }
}
