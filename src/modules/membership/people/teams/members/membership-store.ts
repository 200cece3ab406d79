import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Affiliation, TeamRole } from '#contracts/enums';
import { parseRange, rangeText, type Validity } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { EndAccess } from '../../people/end-access.ts';
import { membershipErrors } from '../../../membership.errors.ts';
import { memberJoined } from '../../../membership.events.ts';
import { GivenRights } from '../../rights/given-rights.ts';
import type { TeamPlace } from '../team-access.ts';
import { TeamMember } from '../team.entity.ts';
import { refusing } from '../team-constraints.ts';

export interface Membership extends Pick<TeamMember, 'id' | 'personId' | 'role' | 'position' | 'affiliation'> {
  validity: Validity;
}

export interface NewMembership {
  personId: string;
  role: TeamRole;
  position?: string | null | undefined;
  affiliation: Affiliation;
}

/** The dated rows behind "who is in the team": each write keeps what was true before. */
@Injectable()
export class MembershipStore {
  constructor(
    private readonly rights: GivenRights,
    private readonly access: EndAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Adds the person and tells of it. @throws membership.rightNotYours, membership.rightToYourself */
  async join(tx: Tx, actor: Actor, team: TeamPlace, member: NewMembership, from: string): Promise<void> {
    await this.rights.require(tx, actor, [{ ...member, unitId: team.unitId }]);
    await this.add(tx, team.id, member, from);
    await this.outbox.append(
      tx,
      memberJoined(
        { teamId: team.id, personId: member.personId },
        { unitId: team.unitId, changes: { role: member.role, from } },
      ),
      actor,
    );
    if (isAnswering(member.role)) await this.access.execute(tx, [member.personId], 'role', actor);
    else await execute(tx, sql`select pg_notify('actor_changed', ${member.personId})`);
  }

  /** The person's row of that day, if there is one. */
  async ofPerson(tx: Tx, teamId: string, personId: string, on: string): Promise<Membership | undefined> {
    const [row] = await rowsOf<{ id: string }>(
      tx,
      sql`select id from team_members where team_id = ${teamId} and person_id = ${personId} and validity @> ${on}::date`,
    );
    return row && this.one(tx, teamId, row.id);
  }

  /** @throws membership.memberNotFound */
  async one(tx: Tx, teamId: string, memberId: string): Promise<Membership> {
    const [row] = await rowsOf<Pick<TeamMember, keyof Membership>>(
      tx,
      sql`select id, person_id as "personId", role, position, affiliation, validity::text as validity
         from team_members where id = ${memberId} and team_id = ${teamId} for update`,
    );
    if (!row) throw membershipErrors.memberNotFound();
    return { ...row, validity: parseRange(row.validity) };
  }

  /** @param to first day on which it no longer holds */
  private async add(
    tx: Tx,
    teamId: string,
    { personId, role, position, affiliation }: NewMembership,
    from: string,
    to: string | null = null,
  ): Promise<string> {
    const id = v7();
    await refusing(tx, { teamId, on: from, path: role === 'leader' ? 'role' : 'personId' }, (inner) =>
      inner.insert(TeamMember, {
        id,
        teamId,
        personId,
        role,
        position: position ?? null,
        affiliation,
        validity: rangeText(from, to),
      }),
    );
    return id;
  }

  /**
   * The person leaves the team: this row ends and what was planned for later goes.
   * @param to first day on which it no longer holds
   * @throws membership.beforeStart when nothing would be left of the row, membership.alreadyLeft when it has ended
   */
  async leave(
    tx: Tx,
    teamId: string,
    member: Membership,
    to: string,
    how: { path: string; reason?: string | undefined; successorId?: string },
  ): Promise<void> {
    const ended = member.validity.to;
    if (ended !== null && (ended <= to || ended <= this.clock.today()))
      throw membershipErrors.alreadyLeft({ on: ended });
    await execute(
      tx,
      sql`delete from team_members where team_id = ${teamId} and person_id = ${member.personId}
        and lower(validity) >= ${to}::date and id <> ${member.id}`,
    );
    await this.end(tx, member, to, how);
  }

  /** `told`: the person stays in the team by another row, so nobody has left. */
  private async end(
    tx: Tx,
    member: Membership,
    to: string,
    how: { path: string; reason?: string | undefined; successorId?: string; told?: boolean },
  ): Promise<void> {
    if (to <= member.validity.from) throw membershipErrors.beforeStart({ path: how.path, start: member.validity.from });
    await tx.update(
      TeamMember,
      { id: member.id },
      {
        validity: rangeText(member.validity.from, to),
        endReason: how.reason ?? null,
        successorId: how.successorId ?? null,
        endTold: how.told ?? false,
        endEnteredOn: this.clock.today(),
      },
    );
  }

  /**
   * Whoever comes to lead signs in anew: the rights are more than those for which the session was opened.
   * @throws membership.rightNotYours, membership.rightToYourself
   */
  async change(
    tx: Tx,
    actor: Actor,
    { id: teamId, unitId }: Pick<TeamPlace, 'id' | 'unitId'>,
    member: Membership,
    next: Pick<Membership, 'role' | 'position' | 'affiliation'>,
    from: string,
  ): Promise<void> {
    const { to } = member.validity;
    if (from < member.validity.from || (to !== null && from >= to))
      throw membershipErrors.beforeStart({ path: 'from', start: member.validity.from });
    if (next.role !== member.role)
      await this.rights.require(tx, actor, [{ personId: member.personId, role: next.role, unitId }]);
    if (isAnswering(next.role) && !isAnswering(member.role))
      await this.access.execute(tx, [member.personId], 'role', actor);
    if (from === member.validity.from) {
      await refusing(tx, { teamId, on: from, path: 'role' }, (inner) =>
        inner.update(
          TeamMember,
          { id: member.id },
          { role: next.role, position: next.position, affiliation: next.affiliation },
        ),
      );
      return;
    }
    await this.end(tx, member, from, { path: 'from', told: true });
    await this.add(tx, teamId, { ...next, personId: member.personId }, from, to);
  }
}

/** Leaders and deputies answer for the team. */
export function isAnswering(role: TeamRole): boolean {
  return role !== 'member';
}
