import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { accessErrors } from '../../membership.errors.ts';
import { CheckCode } from './check-code.ts';
import { FactorStore } from './factor-store.ts';
import { RecentProof } from './recent-proof.ts';
import { SetFactor } from './set-factor.ts';

/** The first code proves that the authenticator has the secret. Keys that the person has stay beside it. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly check: CheckCode,
    private readonly setFactor: SetFactor,
    private readonly proof: RecentProof,
  ) {}

  /** @throws access.factorNotBegun, access.wrongCode at `code`, access.tooManyTries, platform.proofNeeded */
  async execute(actor: Actor, code: string, address: string): Promise<RouteAnswer<typeof routes.confirmSecondFactor>> {
    const { personId } = actor;
    await this.proof.require(actor);
    const begun = await this.factors.begun(personId);
    if (!begun) throw accessErrors.factorNotBegun();
    const step = await this.check.first(actor, begun, code, address);
    const recoveryCodes = await this.database.tx(async (tx) => {
      if (!(await this.factors.confirm(tx, personId, begun.id, step))) throw accessErrors.factorNotBegun();
      return this.setFactor.execute(tx, actor, begun.id);
    });
    this.setFactor.forget(actor);
    return { recoveryCodes };
  }
}
