import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Affiliation, TeamRole } from '#contracts/enums';
import { parseRange, rangeText, type Validity } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { EndAccess } from '../../access/end-access.ts';
import { membershipErrors } from '../../membership.errors.ts';
import { memberJoined } from '../../membership.events.ts';
import type { TeamPlace } from '../team-access.ts';
import { TeamMember } from '../team.entity.ts';
import { refusing } from '../team-constraints.ts';

export interface Membership {
  id: string;
  personId: string;
  role: TeamRole;
  position: string | null;
  affiliation: Affiliation;
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
    private readonly access: EndAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Adds the person and tells of it. */
  async join(tx: Tx, actor: Actor, team: TeamPlace, member: NewMembership, from: string): Promise<void> {
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
    else await tx.query(`select pg_notify('actor_changed', $1)`, [member.personId]);
  }

  /** The person's row of that day, if there is one. */
  async ofPerson(tx: Tx, teamId: string, personId: string, on: string): Promise<Membership | undefined> {
    const [row] = await rowsOf<{ id: string }>(
      tx,
      'select id from team_members where team_id = $1 and person_id = $2 and validity @> $3::date',
      [teamId, personId, on],
    );
    return row && this.one(tx, teamId, row.id);
  }

  /** @throws membership.memberNotFound */
  async one(tx: Tx, teamId: string, memberId: string): Promise<Membership> {
    const [row] = await rowsOf<{
      id: string;
      person_id: string;
      role: TeamRole;
      position: string | null;
      affiliation: Affiliation;
      validity: string;
    }>(
      tx,
      'select id, person_id, role, position, affiliation, validity::text as validity from team_members where id = $1 and team_id = $2 for update',
      [memberId, teamId],
    );
    if (!row) throw membershipErrors.memberNotFound();
    return {
      id: row.id,
      personId: row.person_id,
      role: row.role,
      position: row.position,
      affiliation: row.affiliation,
      validity: parseRange(row.validity),
    };
  }

  /** @param to first day on which it no longer holds */
  async add(
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
    await tx.query(
      'delete from team_members where team_id = $1 and person_id = $2 and lower(validity) >= $3::date and id <> $4',
      [teamId, member.personId, to, member.id],
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
    await tx.query(
      'update team_members set validity = $2, end_reason = $3, successor_id = $4, end_told = $5 where id = $1',
      [member.id, rangeText(member.validity.from, to), how.reason ?? null, how.successorId ?? null, how.told ?? false],
    );
  }

  /** Whoever comes to lead signs in anew: the rights are more than those for which the session was opened. */
  async change(
    tx: Tx,
    actor: Actor,
    teamId: string,
    member: Membership,
    next: Pick<Membership, 'role' | 'position' | 'affiliation'>,
    from: string,
  ): Promise<void> {
    const { to } = member.validity;
    if (from < member.validity.from || (to !== null && from >= to))
      throw membershipErrors.beforeStart({ path: 'from', start: member.validity.from });
    if (isAnswering(next.role) && !isAnswering(member.role))
      await this.access.execute(tx, [member.personId], 'role', actor);
    if (from === member.validity.from) {
      await refusing(tx, { teamId, on: from, path: 'role' }, (inner) =>
        inner.query('update team_members set role = $2, position = $3, affiliation = $4 where id = $1', [
          member.id,
          next.role,
          next.position,
          next.affiliation,
        ]),
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
