import { Injectable } from '@nestjs/common';
import type { TeamRole } from '#contracts/enums';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { openedAt } from '../../people/people/opened-at.ts';
import { teamsBelow } from '../../people/teams/teams-below.sql.ts';
import { inOrder } from '../../people/teams/team.presenter.ts';
import { comparePlaces } from '#i18n/fold';
import { TeamQueries, type TeamRowData } from '../../people/teams/team.queries.ts';

export interface MemberToInvite {
  teamId: string;
  personId: string;
  fullName: string;
  position: string | null;
  role: TeamRole;
  /** When the person first came into the application. */
  openedAt: Date | null;
  /** Of the invite that is still good. */
  invitedAt: Date | null;
  onPaper: boolean;
}

export interface TeamToInvite {
  id: string;
  name: string;
  members: MemberToInvite[];
}

/** Who of a commune's teams has come into the application. */
@Injectable()
export class InvitationQueries {
  constructor(
    private readonly database: Database,
    private readonly teams: TeamQueries,
    private readonly clock: Clock,
  ) {}

  /** The teams of today that are no drafts, in the order of places; in each leader, deputies, members. A person stands once. */
  async under(communeId: string): Promise<TeamToInvite[]> {
    const today = this.clock.today();
    const [teams, members] = await Promise.all([
      this.teams.under(communeId, today),
      this.members(teamsBelow([communeId], today), today),
    ]);
    return withMembers(teams, members);
  }

  /** The same of one team, with where it stands; undefined for none. */
  async ofTeam(teamId: string): Promise<{ unitId: string; teams: TeamToInvite[] } | undefined> {
    const today = this.clock.today();
    const [team] = await this.teams.byId([teamId], today);
    if (!team) return undefined;
    const own = sql`own as (select id, status from teams where id = ${teamId} and validity @> ${today}::date)`;
    return { unitId: team.unitId, teams: withMembers([team], await this.members(own, today)) };
  }

  private members(own: Sql, today: string): Promise<MemberToInvite[]> {
    return this.database.rows(
      sql`with ${own}, seats as (
          select distinct on (m.person_id) m.person_id, m.team_id, m.role, m.position
            from own o join team_members m on m.team_id = o.id and m.validity @> ${today}::date
           where o.status <> 'draft'
           order by m.person_id, array_position(array['leader','deputy','member'], m.role), m.id)
        select s.team_id as "teamId", s.person_id as "personId", p.full_name as "fullName", s.position, s.role,
               ${openedAt(sql`s.person_id`)} as "openedAt", i.created_at as "invitedAt",
               coalesce(i.slip_hash is not null, false) as "onPaper"
          from seats s join people p on p.id = s.person_id and p.anonymised_at is null
          left join lateral (
            select created_at, slip_hash from invites v where v.person_id = s.person_id and v.used_at is null
               and v.rejected_at is null and v.revoked_at is null and v.expires_at > ${this.clock.now()}
             order by v.created_at desc limit 1) i on true`,
    );
  }
}

function withMembers(teams: readonly TeamRowData[], members: readonly MemberToInvite[]): TeamToInvite[] {
  const byTeam = new Map<string, MemberToInvite[]>();
  for (const member of members) {
    const own = byTeam.get(member.teamId);
    if (own) own.push(member);
    else byTeam.set(member.teamId, [member]);
  }
  return teams
    .filter(({ status }) => status === 'active')
    .sort((a, b) => comparePlaces(a.name, b.name))
    .flatMap(({ id, name }) => {
      const own = inOrder(byTeam.get(id) ?? []);
      return own.length > 0 ? [{ id, name, members: own }] : [];
    });
}
