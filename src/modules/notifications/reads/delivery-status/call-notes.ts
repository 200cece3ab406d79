import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { MembershipApi, type PersonRef } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { LiveSignal } from '../../deliver/inbox/live-signal.ts';
import { notificationErrors } from '../../notifications.errors.ts';
import { personTold } from '../../notifications.events.ts';
import { CallNote } from '../../plan/messages/facts/chase.entity.ts';

/** Who was told by phone, by whom and when. */
@Injectable()
export class CallNotes {
  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly outbox: Outbox,
    private readonly live: LiveSignal,
    private readonly clock: Clock,
  ) {}

  async add(
    actor: Actor,
    assignmentId: string,
    unitIds: readonly string[],
    { personId, note }: { personId: string; note?: string | undefined },
  ): Promise<void> {
    await this.database.tx(async (tx) => {
      const known = await rowsOf(
        tx,
        sql`select 1 from tasks t join team_members_at(${this.clock.today()}::date) m on m.team_id = t.team_id
          and m.person_id = ${personId}
          where t.assignment_id = ${assignmentId} and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id
            and c.ancestor_id = any(${unitIds})) limit 1`,
      );
      if (known.length === 0) throw notificationErrors.personNotFound({ path: 'personId' });
      await tx.insert(CallNote, {
        id: v7(),
        assignmentId,
        personId,
        byId: actor.personId,
        at: this.clock.now(),
        note: note ?? null,
      });
      await this.outbox.append(tx, personTold({ assignmentId, personId }), actor);
    });
    await this.live.assignment(assignmentId);
  }

  async lastOf(
    assignmentId: string,
    personIds: readonly string[],
  ): Promise<Map<string, { at: string; by: PersonRef }>> {
    const rows = await this.database.rows<Pick<CallNote, 'personId' | 'byId' | 'at'>>(
      sql`select distinct on (person_id) person_id as "personId", by_id as "byId", at from call_notes where assignment_id = ${assignmentId}
        and person_id = any(${personIds}) order by person_id, at desc`,
    );
    const callers = await this.membership.people(rows.map((row) => row.byId));
    return new Map(
      rows.map((row) => [
        row.personId,
        { at: row.at.toISOString(), by: callers.get(row.byId) ?? { id: row.byId, fullName: '', position: null } },
      ]),
    );
  }
}
