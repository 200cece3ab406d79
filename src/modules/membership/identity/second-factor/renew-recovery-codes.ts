import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../membership.errors.ts';
import { recoveryCodesRenewed } from '../../membership.events.ts';
import { FactorStore } from './factor-store.ts';
import { RecentProof } from './recent-proof.ts';

/** Ten new codes on paper; the old paper is worth nothing any more. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly proof: RecentProof,
    private readonly outbox: Outbox,
  ) {}

  /** @throws access.factorNotBegun, platform.proofNeeded */
  async execute(actor: Actor): Promise<RouteAnswer<typeof routes.renewRecoveryCodes>> {
    const { personId } = actor;
    await this.proof.require(actor);
    const recoveryCodes = await this.database.tx(async (tx) => {
      const factor = await this.factors.confirmed(personId);
      if (!factor) throw accessErrors.factorNotBegun();
      await this.outbox.append(tx, recoveryCodesRenewed({ personId }), actor);
      return this.factors.renewRecovery(tx, factor.id);
    });
    return { recoveryCodes };
  }
}
