import { Injectable } from '@nestjs/common';
import type { ReformDay } from '#modules/organization';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { EndAccess } from '../../people/people/end-access.ts';
import { postEnded } from '../../membership.events.ts';
import { KeepTrainers } from './keep-trainers.ts';

interface Ended {
  postId: string;
  personId: string;
  unitId: string;
}

/** Posts at units that have ended end with them. Whoever goes on elsewhere has a post of its own there. */
@Injectable()
export class EndUnitPosts {
  constructor(
    private readonly access: EndAccess,
    private readonly trainers: KeepTrainers,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, day: ReformDay, unitIds: readonly string[]): Promise<void> {
    const { from, byId, reformId, pastUntil } = day;
    await this.trainers.execute(tx, day, unitIds);
    // Some that had not begun: handed over for a day on which the unit is no more.
    const never = await rowsOf<{ id: string }>(
      tx,
      sql`select id from posts where unit_id = any(${unitIds}::uuid[]) and lower(validity) >= ${from}::date`,
    );
    const ids = never.map(({ id }) => id);
    await execute(
      tx,
      sql`delete from handovers where to_post_id = any(${ids}::uuid[]) or from_post_id = any(${ids}::uuid[])`,
    );
    await execute(tx, sql`delete from posts where id = any(${ids}::uuid[])`);
    const ended = await rowsOf<Ended>(
      tx,
      sql`update posts set validity = daterange(lower(validity), ${from}::date),
            past_until = nullif(${pastUntil}::date, ${from}::date)
        where unit_id = any(${unitIds}::uuid[]) and validity @> ${from}::date
        returning id as "postId", person_id as "personId", unit_id as "unitId"`,
    );
    const by = { personId: byId };
    const people = [...new Set(ended.map(({ personId }) => personId))].toSorted();
    // Whoever reads on in what has ended does so where they are: many came in by an invite and have no other way.
    if (pastUntil > from) await this.access.narrow(tx, people);
    else await this.access.execute(tx, people, 'post_ended', by);
    await this.outbox.appendMany(
      tx,
      ended.map(({ postId, personId, unitId }) =>
        postEnded({ postId, personId }, { unitId, changes: { to: from, reorganisationId: reformId } }),
      ),
      by,
    );
  }
}
