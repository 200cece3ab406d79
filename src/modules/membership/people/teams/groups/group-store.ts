import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { groupRegistered } from '../../../membership.events.ts';

/** A team's group, or with `teamId` null the commune's own. `unitId` is the team's unit, or the commune. */
export interface GroupPlace {
  teamId: string | null;
  unitId: string;
}

export interface RegisteredGroup {
  channel: 'zalo' | 'telegram' | 'other';
  name: string;
  link: string | null;
}

/** The register of chat groups: one per team and per commune, the last one written counts. */
@Injectable()
export class GroupStore {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The caller has asked for the right. */
  async write(
    tx: Tx,
    actor: Actor,
    { teamId, unitId }: GroupPlace,
    { channel, name, link }: RegisteredGroup,
  ): Promise<void> {
    const ownUnit = teamId ? null : unitId;
    await execute(
      tx,
      sql`insert into chat_groups (id, team_id, unit_id, channel, name, link, registered_by, registered_at)
        values (${v7()}, ${teamId}, ${ownUnit}, ${channel}, ${name}, ${link}, ${actor.personId}, ${this.clock.now()})
       on conflict (${teamId ? sql`team_id` : sql`unit_id`}) do update
         set channel = excluded.channel, name = excluded.name, link = excluded.link, registered_by = excluded.registered_by,
           registered_at = excluded.registered_at`,
    );
    await this.outbox.append(
      tx,
      groupRegistered(teamId ? { teamId } : { unitId }, { unitId, changes: { channel, name } }),
      actor,
    );
  }
}
