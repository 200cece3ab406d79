import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../organization.errors.ts';
import { unitMapRemoved } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import { UnitMap } from './unit-map.entity.ts';

/**
 * A map that should not be there is taken away with all its outlines: its days are shown by cells. Maps of other days stay
 * as they are, and no earlier one takes its place: borders of before would be drawn for days on which others held.
 */
@Injectable()
export class RemoveMap {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Again it changes nothing. @throws organization.mapNotFound */
  async execute(actor: Actor, mapId: string): Promise<void> {
    const map = await this.database.manager.findOneBy(UnitMap, { id: mapId });
    if (!map) throw organizationErrors.mapNotFound();
    const { unitId, fromOn: from } = map;
    await this.scope.require(actor, 'unit.manage', { unitId });
    await this.database.tx(async (tx) => {
      // As for an upload: one change of the unit's maps after the other.
      await execute(tx, sql`select 1 from units where id = ${unitId} for no key update`);
      const removed = await rowsOf(
        tx,
        sql`update unit_maps set removed_at = ${this.clock.now()}, removed_by = ${actor.personId}
          where id = ${mapId} and removed_at is null returning id`,
      );
      if (removed.length === 0) return;
      const shapes = await rowsOf(tx, sql`delete from unit_shapes where map_id = ${mapId} returning id`);
      const changes = { from, units: shapes.length };
      await this.outbox.append(tx, unitMapRemoved({ unitId }, { unitId, changes }), actor);
    });
  }
}
