import { Injectable } from '@nestjs/common';
import { type Takeover, Takeovers, OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { addDays } from '#contracts/reporting/periods';
import type { TakeoverAsked } from './takeover-parts.ts';

/** What came to a commune, for whoever may read its work. */
export interface TakenOver {
  came: Takeover;
  asked: TakeoverAsked;
  /** As they were called on their last day. */
  units: ReadonlyMap<string, UnitRef>;
  /** By hamlet. */
  fromOf: ReadonlyMap<string, string>;
}

@Injectable()
export class TakeoverPlaces {
  constructor(
    private readonly over: Takeovers,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
  ) {}

  /** Undefined where nothing came. @throws platform.denied */
  async find(actor: Actor, unitId: string): Promise<TakenOver | undefined> {
    await this.scope.require(actor, 'assignment.read', { unitId });
    const unit = await this.organization.unitRef(unitId);
    const came = unit?.kind === 'commune' ? await this.over.to(unitId) : undefined;
    if (!came) return undefined;
    const { on, at, units } = came;
    const ids = units.map(({ id }) => id);
    return {
      came,
      asked: {
        unitId,
        on,
        at,
        hamletIds: units.flatMap(({ hamletIds }) => hamletIds),
        endedIds: units.flatMap(({ id, ended }) => (ended ? [id] : [])),
      },
      units: await this.organization.unitRefs(ids, addDays(on, -1)),
      fromOf: new Map(units.flatMap(({ id, hamletIds }) => hamletIds.map((hamletId) => [hamletId, id] as const))),
    };
  }
}
