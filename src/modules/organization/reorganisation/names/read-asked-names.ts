import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { OrganizationApi } from '../../organization.api.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import { ReformStore } from '../lines/reform-store.ts';
import { OpinionStore } from './opinion-store.ts';
import { endOf, toOpinion } from './opinions.ts';

/** Names of its hamlets about which a commune is asked. Of the draft behind them it sees nothing else. */
@Injectable()
export class ReadAskedNames {
  constructor(
    private readonly scope: Scope,
    private readonly store: ReformStore,
    private readonly opinions: OpinionStore,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.denied, organization.reformNotFound */
  async execute(
    actor: Actor,
    { id, unitId }: { id: string; unitId: string },
  ): Promise<RouteAnswer<typeof routes.askedNames>> {
    await this.scope.require(actor, 'hamlet.manage', { unitId });
    const reform = await this.store.one(id);
    const asked = await this.opinions.ofCommune(id, unitId);
    const units = await this.organization.unitRefs([unitId, reform.unitId, ...asked.map(({ hamletId }) => hamletId)]);
    const unit = units.get(unitId);
    const [first] = asked;
    if (!first || !unit) throw organizationErrors.reformNotFound();
    const hamlets = asked.map((row) => ({
      id: row.hamletId,
      fullName: units.get(row.hamletId)?.fullName ?? '',
      name: row.name,
      opinion: toOpinion(row),
    }));
    return {
      unit,
      issuer: units.get(reform.unitId)?.fullName ?? '',
      answerBy: first.answerBy,
      closed: endOf(reform, first.answerBy, this.clock.today()),
      hamlets: hamlets.toSorted((a, b) => comparePlaces(a.fullName, b.fullName) || (a.id < b.id ? -1 : 1)),
    };
  }
}
