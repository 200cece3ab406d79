import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { reorganisationDiscarded, reorganisationRevoked } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { ApplyReorganisation } from './apply-reorganisation.ts';
import { ReorganisationStore } from './reorganisation-store.ts';

/** What is prepared is taken back: a scheduled reform before its day, a draft for good while it never was more. */
@Injectable()
export class RevokeReorganisation {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly store: ReorganisationStore,
    private readonly applying: ApplyReorganisation,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.reformNotFound, reformChanged, reformBegun, reformSettled */
  async revoke(
    actor: Actor,
    id: string,
    { version, reason }: RouteBody<typeof routes.revokeReorganisation>,
  ): Promise<void> {
    const { unitId } = await this.store.one(id);
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    await this.database.tx(async (tx) => {
      const reform = await this.store.lock(tx, id);
      if (reform.version !== version) throw organizationErrors.reformChanged();
      if (reform.state === 'applied') throw organizationErrors.reformBegun();
      if (reform.state !== 'scheduled') throw organizationErrors.reformSettled();
      // On its day it is on its way, unless something stands against it: then it would wait for ever.
      if (reform.onDate <= this.clock.today() && (await this.applying.blocks(reform)).length === 0)
        throw organizationErrors.reformBegun();
      await execute(
        tx,
        sql`update reorganisations set state = 'revoked', revoked_by = ${actor.personId}, revoked_at = ${this.clock.now()},
          revoke_reason = ${reason} where id = ${id}`,
      );
      await this.outbox.append(
        tx,
        reorganisationRevoked({ reorganisationId: id }, { unitId, changes: { version, reason } }),
        actor,
      );
    });
  }

  /** @throws organization.reformNotFound, reformSettled */
  async discard(actor: Actor, id: string): Promise<void> {
    const { unitId } = await this.store.one(id);
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    await this.database.tx(async (tx) => {
      const { state, scheduledAt, title } = await this.store.lock(tx, id);
      if (state !== 'draft' || scheduledAt) throw organizationErrors.reformSettled();
      await execute(tx, sql`delete from reorganisations where id = ${id}`);
      await this.outbox.append(
        tx,
        reorganisationDiscarded({ reorganisationId: id }, { unitId, changes: { title } }),
        actor,
      );
    });
  }
}
