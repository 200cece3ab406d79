import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type Actor, ActorCache } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../membership.errors.ts';
import { secondFactorSet } from '../../membership.events.ts';
import { Sessions } from '../sessions/sessions.ts';
import { CheckCode } from './check-code.ts';
import { FactorStore } from './factor-store.ts';

/** The first code proves that the authenticator has the secret. From now on every sign-in asks; other devices sign in anew. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly check: CheckCode,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly cache: ActorCache,
  ) {}

  /** @throws access.factorNotBegun, access.wrongCode at `code`, access.tooManyTries */
  async execute(actor: Actor, code: string, address: string): Promise<RouteAnswer<typeof routes.confirmSecondFactor>> {
    const { personId, sessionId } = actor;
    const begun = await this.factors.begun(personId);
    if (!begun) throw accessErrors.factorNotBegun();
    const step = await this.check.first(personId, begun, code, address);
    const recoveryCodes = await this.database.tx(async (tx) => {
      if (!(await this.factors.confirm(tx, personId, begun.id, step))) throw accessErrors.factorNotBegun();
      await this.sessions.end(tx, personId, { because: 'changed', by: personId, except: sessionId });
      await this.sessions.prove(tx, actor);
      await this.outbox.append(tx, secondFactorSet({ personId }), actor);
      return this.factors.renewRecovery(tx, begun.id);
    });
    this.cache.forget(personId);
    return { recoveryCodes };
  }
}
