import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { accessErrors } from '../../../membership.errors.ts';
import { passkeyAdded } from '../../../membership.events.ts';
import { FactorStore } from '../factor-store.ts';
import { SetFactor } from '../set-factor.ts';
import { MadeKeys } from './made-keys.ts';
import { PasskeyStore } from './passkey-store.ts';

/** A key that the browser has just made. The first second factor of a person ends the other sessions and gives codes for paper. */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly database: Database,
    private readonly made: MadeKeys,
    private readonly keys: PasskeyStore,
    private readonly factors: FactorStore,
    private readonly setFactor: SetFactor,
    private readonly outbox: Outbox,
  ) {}

  /** @throws access.wrongKey at `credential`, access.keyKnown, platform.proofNeeded where a second factor stands */
  async execute(
    actor: Actor,
    { name, credential }: RouteBody<typeof routes.addPasskey>,
  ): Promise<RouteAnswer<typeof routes.addPasskey>> {
    const key = await this.made.of(actor, credential);
    const recoveryCodes = await this.database.tx(async (tx) => {
      const { id, isNew } = await this.factors.standing(tx, actor.personId);
      if (!(await this.keys.add(tx, id, { ...key, name }))) throw accessErrors.keyKnown({ path: 'credential' });
      if (isNew) return this.setFactor.execute(tx, actor, id);
      await this.outbox.append(tx, passkeyAdded({ personId: actor.personId }), actor);
      return [];
    });
    this.setFactor.forget(actor);
    return { recoveryCodes };
  }
}
