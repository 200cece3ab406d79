import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, raw, rowsOf, sql, type Tx } from '#platform/database';
import { Caretakers } from '../../officers/posts/caretakers.ts';
import { TellEndedMemberships } from '../../people/teams/members/tell-ended-memberships.ts';

/** Every place of a person ends today; others see to what was open with their posts. */
@Injectable()
export class EndPlaces {
  constructor(
    private readonly endedMemberships: TellEndedMemberships,
    private readonly caretakers: Caretakers,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, personId: string, actor: Actor): Promise<void> {
    const today = this.clock.today();
    const units = await rowsOf<{ id: string }>(
      tx,
      sql`select distinct unit_id as id from posts where person_id = ${personId} and validity && daterange(${today}::date, null)`,
    );
    for (const table of ['team_members', 'posts', 'supporters'] as const) {
      await execute(
        tx,
        sql`delete from ${raw(table)} where person_id = ${personId} and lower(validity) >= ${today}::date`,
      );
      await execute(
        tx,
        sql`update ${raw(table)} set validity = validity * daterange(null, ${today}::date) where person_id = ${personId}
            and validity @> ${today}::date`,
      );
    }
    await this.endedMemberships.tell(tx, actor);
    await this.caretakers.settle(
      tx,
      units.map(({ id }) => id),
      actor,
    );
  }
}
