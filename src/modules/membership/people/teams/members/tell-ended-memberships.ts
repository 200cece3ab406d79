import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { Actor } from '#platform/auth';
import { memberLeft, memberReplaced } from '../../../membership.events.ts';
import type { Team, TeamMember } from '../team.entity.ts';

type EndedMembership = Pick<TeamMember, 'teamId' | 'personId' | 'successorId'> & Pick<Team, 'unitId'>;

const EVERY_MS = 60_000;

/**
 * Tells once of every membership that has ended: at once when the last day is over, else on the day itself.
 * Until then the person keeps the rights and the work.
 */
@Injectable()
export class TellEndedMemberships {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @Tick('membership.ended-memberships', EVERY_MS)
  async tellDue(): Promise<unknown> {
    return this.database.tx((tx) => this.tell(tx));
  }

  /** Also called inside the change that ends memberships. */
  async tell(tx: Tx, actor?: Actor): Promise<void> {
    const left = await rowsOf<EndedMembership>(
      tx,
      sql`update team_members m set end_told = true from teams t
        where t.id = m.team_id and not m.end_told and upper(m.validity) <= ${this.clock.today()}::date
        returning m.team_id as "teamId", m.person_id as "personId", m.successor_id as "successorId", t.unit_id as "unitId"`,
    );
    for (const { teamId, personId, successorId: toPersonId, unitId } of left) {
      const event = toPersonId
        ? memberReplaced({ teamId, fromPersonId: personId, toPersonId }, { unitId })
        : memberLeft({ teamId, personId }, { unitId });
      await this.outbox.append(tx, event, actor);
      await execute(tx, sql`select pg_notify('actor_changed', ${personId})`);
    }
  }
}
