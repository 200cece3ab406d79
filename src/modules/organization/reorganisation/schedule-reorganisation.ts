import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { reorganisationScheduled } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { ApplyReorganisation } from './apply-reorganisation.ts';
import { ReorganisationStore } from './reorganisation-store.ts';

/** A reform begins on its day by itself. Of a day that has come it is applied at once: "nhập sau ngày". */
@Injectable()
export class ScheduleReorganisation {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly store: ReorganisationStore,
    private readonly applying: ApplyReorganisation,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.reformNotFound, reformChanged, reformSettled, mergerBlocked */
  async execute(actor: Actor, id: string, { version }: RouteBody<typeof routes.scheduleReorganisation>): Promise<void> {
    const { unitId } = await this.store.one(id);
    await this.scope.require(actor, 'hamlet.merge', { unitId });
    await this.database.tx(async (tx) => {
      const reform = await this.store.lock(tx, id);
      if (reform.version !== version) throw organizationErrors.reformChanged();
      if (reform.state === 'scheduled' || reform.state === 'applied') throw organizationErrors.reformSettled();
      // Two reforms that take one hamlet wait here for each other, and the second sees the first.
      await this.applying.lockHamlets(tx, reform);
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
}
