import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { organizationErrors } from '../../organization.errors.ts';
import { toUnitRef, type UnitRef } from '../unit.presenter.ts';
import { UnitQueries } from '../unit.queries.ts';
import { Scope } from '../../scope.ts';
import { LineageQueries } from './lineage.queries.ts';
import { type DayOfUnits, UnitDaysQueries } from './unit-days.queries.ts';

/** What the one place needs in which the console's day is chosen. */
@Injectable()
export class ReadUnitDays {
  constructor(
    private readonly queries: UnitDaysQueries,
    private readonly units: UnitQueries,
    private readonly lineage: LineageQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async days(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.unitDays>> {
    await this.scope.require(actor, 'unit.browse', { unitId });
    const first = await this.queries.first(unitId);
    const days = first ? await this.queries.days(unitId, first) : [];
    const named = await this.lineage.namedOn(
      days.flatMap(({ day, endedIds, beganIds }) => [...endedIds, ...beganIds].map((id) => ({ unitId: id, on: day }))),
    );
    const refs = (ids: readonly string[], on: string) =>
      named.flatMap((one) => (one.on === on && ids.includes(one.id) ? [one.ref] : []));
    return {
      first,
      days: days.map(({ day, units, ended, began, endedIds, beganIds }: DayOfUnits) => ({
        day,
        units,
        ended: { count: ended, units: refs(endedIds, day) },
        began: { count: began, units: refs(beganIds, day) },
      })),
    };
  }

  async stoodAt(actor: Actor, unitId: string, at: string): Promise<RouteAnswer<typeof routes.unitsOfThen>> {
    const [row] = await this.units.unitsById([unitId], at);
    if (!row) throw organizationErrors.unitNotFound();
    await this.scope.require(actor, 'unit.read', { unitId });
    const isBefore = row.validFrom > at;
    return {
      unit: toUnitRef(row),
      validFrom: row.validFrom,
      validTo: row.validTo,
      before: isBefore ? await this.named(await this.queries.stood(unitId, at), at) : [],
      now: await this.named(await this.queries.heirs(unitId), this.clock.today()),
    };
  }

  private async named(ids: readonly string[], at: string): Promise<UnitRef[]> {
    const rows = await this.units.unitsById(ids, at);
    return rows.map(toUnitRef).toSorted((a, b) => comparePlaces(a.fullName, b.fullName));
  }
}
