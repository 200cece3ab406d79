import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { takeoverTicked } from '../../membership.events.ts';
import { ReadTakeover } from './read-takeover.ts';
import { TakeoverPlaces } from './takeover-places.ts';
import { TakeoverTick } from './takeover-tick.entity.ts';

/** Somebody of the committee says that a line is settled though nothing shows it, or closes the whole. Their colleagues see it. */
@Injectable()
export class TickTakeover {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly places: TakeoverPlaces,
    private readonly read: ReadTakeover,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.denied, membership.takeoverChanged, takeoverOpen */
  async execute(
    actor: Actor,
    unitId: string,
    { on, kind, done }: RouteBody<typeof routes.tickTakeover>,
  ): Promise<void> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    const found = await this.places.find(actor, unitId);
    if (found?.came.on !== on) throw membershipErrors.takeoverChanged();
    if (kind === 'all' && done) {
      const count = await this.read.open(found);
      if (count > 0) throw membershipErrors.takeoverOpen({ count });
    }
    await this.database.tx(async (tx) => {
      if (done)
        await execute(
          tx,
          sql`insert into takeover_ticks (unit_id, on_date, kind, by_id, at)
              values (${unitId}, ${on}, ${kind}, ${actor.personId}, ${this.clock.now()}) on conflict do nothing`,
        );
      else await tx.delete(TakeoverTick, { unitId, onDate: on, kind });
      await this.outbox.append(tx, takeoverTicked({ unitId }, { unitId, changes: { on, kind, done } }), actor);
    });
  }
}
