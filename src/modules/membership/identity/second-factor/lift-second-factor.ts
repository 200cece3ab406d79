import { Injectable } from '@nestjs/common';
import { type Actor, ActorCache } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../membership.errors.ts';
import { secondFactorLifted } from '../../membership.events.ts';
import { InviteRights } from '../../people/people/invite-rights.ts';
import { Sessions } from '../sessions/sessions.ts';
import { FactorStore } from './factor-store.ts';

/**
 * Phone and paper are both gone. An administrator above the person takes the second factor off, for a reason that stands in
 * the log; the person is told. It opens nothing by itself: the password or a new invite is needed as before.
 */
@Injectable()
export class LiftSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly rights: InviteRights,
    private readonly factors: FactorStore,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly cache: ActorCache,
  ) {}

  /** @throws platform.notFound for a person without a place, platform.denied, link.superiorDecides, access.factorNone */
  async execute(actor: Actor, personId: string, reason: string): Promise<void> {
    await this.rights.requireAbove(actor, personId);
    await this.database.tx(async (tx) => {
      if (!(await this.factors.end(tx, personId))) throw accessErrors.factorNone();
      await this.sessions.end(tx, personId, { because: 'changed', by: actor.personId });
      await this.outbox.append(tx, secondFactorLifted({ personId }, { changes: { reason } }), actor);
    });
    this.cache.forget(personId);
  }
}
