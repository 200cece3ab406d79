import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Scope, UnitChanges } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { PeopleQueries } from './people.queries.ts';

/** Who entered what about a unit. Names are people's, so it is told here and not where units are. */
@Injectable()
export class ReadUnitChanges {
  constructor(
    private readonly scope: Scope,
    private readonly changes: UnitChanges,
    private readonly queries: PeopleQueries,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.unitChanges>> {
    await this.scope.require(actor, 'unit.browse', { unitId });
    const rows = await this.changes.of(unitId);
    const ids = [...new Set(rows.map(({ madeBy }) => madeBy))];
    const names = new Map((await this.queries.names(ids, this.clock.today())).map((one) => [one.id, one]));
    return rows.map(({ kind, on, basis, reason, madeBy, madeAt }) => ({
      kind,
      on,
      basis,
      reason,
      by: names.get(madeBy) ?? { id: madeBy, fullName: '–', position: null },
      at: madeAt.toISOString(),
    }));
  }
}
