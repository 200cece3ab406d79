import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../membership.errors.ts';
import { secondFactorEnded } from '../../membership.events.ts';
import { FactorRules } from './factor-rules.ts';
import { FactorStore } from './factor-store.ts';
import { RecentProof } from './recent-proof.ts';

/** The person does without it again, keys included. */
@Injectable()
export class EndSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly proof: RecentProof,
    private readonly rules: FactorRules,
    private readonly outbox: Outbox,
  ) {}

  /** @throws access.factorRequired, platform.proofNeeded */
  async execute(actor: Actor): Promise<void> {
    const { personId } = actor;
    await this.proof.require(actor);
    if (await this.rules.isRequired(personId)) throw accessErrors.factorRequired();
    await this.database.tx(async (tx) => {
      await this.factors.end(tx, personId);
      await this.outbox.append(tx, secondFactorEnded({ personId }), actor);
    });
  }
}
