import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../../membership.errors.ts';
import { passkeyRemoved, secondFactorEnded } from '../../../membership.events.ts';
import { FactorRules } from '../factor-rules.ts';
import { FactorStore } from '../factor-store.ts';
import { RecentProof } from '../recent-proof.ts';
import { PasskeyStore } from './passkey-store.ts';

/** A key is lost or given away. The last one is the second factor itself: where a rule asks for one, it stays. */
@Injectable()
export class RemovePasskey {
  constructor(
    private readonly database: Database,
    private readonly keys: PasskeyStore,
    private readonly factors: FactorStore,
    private readonly rules: FactorRules,
    private readonly outbox: Outbox,
    private readonly proof: RecentProof,
  ) {}

  /** @throws access.factorNone, access.keyNotFound, access.factorRequired, platform.proofNeeded */
  async execute(actor: Actor, passkeyId: string): Promise<void> {
    const { personId } = actor;
    await this.proof.require(actor);
    const isRequired = await this.rules.isRequired(personId);
    await this.database.tx(async (tx) => {
      await this.factors.lock(tx, personId);
      if (!(await this.keys.remove(tx, personId, passkeyId))) throw accessErrors.keyNotFound();
      const isLast = await this.factors.isEmpty(tx, personId);
      if (isLast && isRequired) throw accessErrors.factorRequired();
      if (isLast) await this.factors.end(tx, personId);
      await this.outbox.append(tx, (isLast ? secondFactorEnded : passkeyRemoved)({ personId }), actor);
    });
  }
}
