import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { coverageSet } from '../organization.events.ts';
import { UnitQueries } from '../units/unit.queries.ts';
import { Scope } from '../scope.ts';
import { CoverageQueries } from './coverage.queries.ts';
import { cover, lockProvider } from './set-coverage.ts';

/** Hamlets that lack somebody are given to a provider, beside what it covers already. */
@Injectable()
export class CoverHamlets {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly coverage: CoverageQueries,
    private readonly units: UnitQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.coverageChanged where it covers one of them already, organization.coverageInPast, organization.hamletNotHere */
  async execute(
    actor: Actor,
    providerId: string,
    { hamletIds, from }: RouteBody<typeof routes.coverHamlets>,
  ): Promise<void> {
    const wanted = [...new Set(hamletIds)];
    for (const unitId of wanted) await this.scope.require(actor, 'unit.manage', { unitId });
    if (from < this.clock.today()) throw organizationErrors.coverageInPast({ path: 'from' });
    const units = new Map((await this.units.unitsById(wanted, from)).map((unit) => [unit.id, unit]));
    const stranger = wanted.findIndex((id) => units.get(id)?.kind !== 'hamlet');
    if (stranger >= 0) throw organizationErrors.hamletNotHere({ path: `hamletIds.${stranger}` });
    await this.database.tx(async (tx) => {
      await lockProvider(tx, providerId);
      const coverers = await this.coverage.coverersOf(wanted, from);
      const known = coverers.find((one) => one.providerId === providerId);
      if (known) throw organizationErrors.coverageChanged({ path: `hamletIds.${wanted.indexOf(known.hamletId)}` });
      await cover(tx, providerId, wanted, from);
      await this.outbox.append(tx, coverageSet({ providerId }, { changes: { from, hamlets: wanted } }), actor);
    });
  }
}
