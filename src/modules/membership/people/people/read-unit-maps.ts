import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi, Scope, ShapeQueries } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { PeopleQueries } from './people.queries.ts';

/** The maps by which what stands below a unit is drawn, and who uploaded them. Names are people's, so it is told here. */
@Injectable()
export class ReadUnitMaps {
  constructor(
    private readonly scope: Scope,
    private readonly shapes: ShapeQueries,
    private readonly organization: OrganizationApi,
    private readonly queries: PeopleQueries,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.unitMaps>> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const maps = await this.shapes.mapsOf(unitId);
    const units = await this.organization.unitRefs(maps.map((map) => map.unitId));
    const ids = [...new Set(maps.flatMap(({ uploadedBy }) => uploadedBy ?? []))];
    const names = new Map((await this.queries.names(ids, this.clock.today())).map((one) => [one.id, one]));
    return maps.flatMap(({ unitId: ofUnit, uploadedBy, uploadedAt, ...map }) => {
      const unit = units.get(ofUnit);
      const by = uploadedBy ? (names.get(uploadedBy) ?? null) : null;
      return unit ? [{ ...map, unit, by, at: uploadedAt?.toISOString() ?? null }] : [];
    });
  }
}
