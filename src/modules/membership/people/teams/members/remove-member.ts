import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox, outboxSql } from '#platform/outbox';
import { membershipErrors } from '../../../membership.errors.ts';
import { memberLeft, memberRemoved } from '../../../membership.events.ts';
import { type Membership, MembershipStore } from './membership-store.ts';
import { TeamAccess } from '../team-access.ts';

/** A person added by mistake is taken out as if never added: on the same day, while nothing was done in the team. */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly memberships: MembershipStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.memberNotFound, membership.notAddedToday, membership.hasTakenPart */
  async execute(
    actor: Actor,
    teamId: string,
    memberId: string,
    { why }: RouteBody<typeof routes.removeMember>,
  ): Promise<void> {
    await this.places.require(actor, 'team.manage', teamId);
    await this.database.tx(async (tx) => {
      const { unitId } = await this.places.lock(tx, teamId);
      const member = await this.memberships.one(tx, teamId, memberId);
      await this.refuseUnlessMistake(tx, teamId, unitId, member);
      await execute(tx, sql`delete from team_members where team_id = ${teamId} and person_id = ${member.personId}`);
      const who = { teamId, personId: member.personId };
      await this.outbox.append(tx, memberRemoved(who, { unitId, changes: { why, role: member.role } }), actor);
      await this.outbox.append(tx, memberLeft(who, { unitId }), actor);
      await execute(tx, sql`select pg_notify('actor_changed', ${member.personId})`);
    });
  }

  private async refuseUnlessMistake(tx: Tx, teamId: string, unitId: string, { personId }: Membership): Promise<void> {
    const [joined] = await rowsOf<{ id: string; occurredAt: Date }>(
      tx,
      sql`select o.id, o.occurred_at as "occurredAt" from ${outboxSql.events} o where o.name = 'membership.member-joined'
        and o.payload @> ${JSON.stringify({ teamId, personId })}::jsonb order by o.id limit 1`,
    );
    if (!joined || this.clock.dayOf(joined.occurredAt) !== this.clock.today()) throw membershipErrors.notAddedToday();
    // Ids grow with time, so only what happened since is read. Whoever took a place over has taken part as well.
    const [deed] = await rowsOf(
      tx,
      sql`select 1 from ${outboxSql.events} o where o.id > ${joined.id} and o.actor_id = ${personId} and o.unit_id = ${unitId}
       union all select 1 from team_members where team_id = ${teamId} and successor_id = ${personId} limit 1`,
    );
    if (deed) throw membershipErrors.hasTakenPart();
  }
}
