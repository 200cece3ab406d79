import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../../organization.errors.ts';
import { reorganisationDiscarded, reorganisationRevoked, reorganisationScheduled } from '../../organization.events.ts';
import { ApplyReform } from './apply-reform.ts';
import { ReadReforms } from './read-reforms.ts';
import { ReformStore } from './reform-store.ts';

/** A reform begins on its day by itself, and is taken back until then. Of a day that has come it is applied at once. */
@Injectable()
export class ScheduleReform {
  constructor(
    private readonly database: Database,
    private readonly reforms: ReadReforms,
    private readonly store: ReformStore,
    private readonly applying: ApplyReform,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.reformNotFound, reformChanged, reformSettled, reformBlocked */
  async schedule(actor: Actor, id: string, { version }: RouteBody<typeof routes.scheduleReform>): Promise<void> {
    const { unitId } = await this.reforms.allowed(actor, id);
    await this.database.tx(async (tx) => {
      const reform = await this.store.lock(tx, id);
      if (reform.version !== version) throw organizationErrors.reformChanged();
      if (reform.state === 'scheduled' || reform.state === 'applied') throw organizationErrors.reformSettled();
      await this.applying.lockUnits(tx, reform);
      await this.applying.refuseBlocked(reform);
      await execute(
        tx,
        sql`update reorganisations set state = 'scheduled', scheduled_by = ${actor.personId}, scheduled_at = ${this.clock.now()},
          revoked_by = null, revoked_at = null, revoke_reason = null where id = ${id}`,
      );
      const changes = { version, onDate: reform.onDate };
      await this.outbox.append(tx, reorganisationScheduled({ reorganisationId: id }, { unitId, changes }), actor);
      if (reform.onDate <= this.clock.today())
        await this.applying.apply(tx, { ...reform, scheduledBy: actor.personId });
    });
  }

  /** @throws organization.reformNotFound, reformChanged, reformBegun, reformSettled */
  async revoke(actor: Actor, id: string, { version, reason }: RouteBody<typeof routes.revokeReform>): Promise<void> {
    const { unitId } = await this.reforms.allowed(actor, id);
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
      const changes = { version, reason };
      await this.outbox.append(tx, reorganisationRevoked({ reorganisationId: id }, { unitId, changes }), actor);
    });
  }

  /** @throws organization.reformNotFound, reformSettled */
  async discard(actor: Actor, id: string): Promise<void> {
    const { unitId } = await this.reforms.allowed(actor, id);
    await this.database.tx(async (tx) => {
      const { state, scheduledAt, title } = await this.store.lock(tx, id);
      if (state !== 'draft' || scheduledAt) throw organizationErrors.reformSettled();
      await execute(tx, sql`delete from reorganisations where id = ${id}`);
      const changes = { title };
      await this.outbox.append(tx, reorganisationDiscarded({ reorganisationId: id }, { unitId, changes }), actor);
    });
  }
}
