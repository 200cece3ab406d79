import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { actions } from '#contracts/actions';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { AllotmentQueries } from './allotment.queries.ts';

/** Whom a target can be split over, and by what. */
@Injectable()
export class CommunesToAsk {
  constructor(
    private readonly queries: AllotmentQueries,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.communesToAsk>> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    const rows = await this.queries.communes(unitId, actions['assignment.issue']);
    const units = await this.organization.unitRefs(rows.map(({ id }) => id));
    return rows
      .flatMap(({ id, ...facts }) => {
        const unit = units.get(id);
        return unit ? [{ unit, ...facts }] : [];
      })
      .sort((a, b) => comparePlaces(a.unit.fullName, b.unit.fullName));
  }
}
