import { Injectable } from '@nestjs/common';
import { type Actor, ActorCache } from '#platform/auth';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { secondFactorSet } from '../../membership.events.ts';
import { Sessions } from '../sessions/sessions.ts';
import { FactorStore } from './factor-store.ts';

/** From now on every sign-in asks for it: other devices sign in anew, this one has just shown it. */
@Injectable()
export class SetFactor {
  constructor(
    private readonly factors: FactorStore,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly cache: ActorCache,
  ) {}

  /** @returns ten codes for paper */
  async execute(tx: Tx, actor: Actor, factorId: string): Promise<string[]> {
    const { personId, sessionId } = actor;
    await this.sessions.end(tx, personId, { because: 'changed', by: personId, except: sessionId });
    await this.sessions.prove(tx, actor);
    await this.outbox.append(tx, secondFactorSet({ personId }), actor);
    return this.factors.renewRecovery(tx, factorId);
  }

  /** Once it is written. */
  forget({ personId }: Actor): void {
    this.cache.forget(personId);
  }
}
