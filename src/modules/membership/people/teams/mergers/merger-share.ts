import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Affiliation, TeamRole } from '#contracts/enums';
import {
  type MergerAsked,
  type MergerShare,
  MergerShares,
  organizationSql,
  formerUnitSuffix,
} from '#modules/organization';
import { Database, type Sql, sql } from '#platform/database';

interface TeamRow {
  hamletId: string;
  id: string;
  name: string;
  status: string;
  from: string;
  groups: number;
}
interface MemberRow {
  hamletId: string;
  personId: string;
  fullName: string;
  position: string | null;
  affiliation: Affiliation;
  role: TeamRole;
  since: string;
}

/** Teams of the hamlets that have not ended by the day; of a draft its members are not yet appointed. */
const teamsBeyond = (hamletIds: readonly string[], onDate: string): Sql => sql`(select * from teams t
  where t.unit_id = any(${hamletIds}::uuid[]) and (upper(t.validity) is null or upper(t.validity) > ${onDate}::date))`;

/** What of teams and people hangs on hamlets that become one. */
@Injectable()
export class MembershipMergerShare implements OnModuleInit {
  constructor(
    private readonly shares: MergerShares,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.shares.lookBy((asked) => this.of(asked));
  }

  private async of({ hamletIds, onDate, leaderId }: MergerAsked): Promise<MergerShare> {
    const rows = await this.teams(hamletIds, onDate);
    const people = gathered(await this.members(hamletIds, onDate));
    const teams = rows.filter(({ status }) => status !== 'draft');
    const { supporters, officers } = await this.counts(hamletIds, onDate);
    return {
      teams: teams.map(({ hamletId, id, name }) => ({ hamletId, id, name })),
      people,
      numbers: {
        teams: teams.length,
        members: people.length,
        supporters,
        groups: rows.reduce((sum, { groups }) => sum + groups, 0),
      },
      blocks: [
        ...rows
          .filter(({ status }) => status === 'draft')
          .map(({ name, id }) => ({ code: 'draftTeam' as const, params: { name, teamId: id } })),
        ...teams
          .filter(({ from }) => from >= onDate)
          .map(({ name, id, from }) => ({ code: 'teamLater' as const, params: { name, teamId: id, on: from } })),
        ...(officers > 0 ? [{ code: 'officers' as const, params: { count: officers } }] : []),
        ...(leaderId && !people.some(({ person }) => person.id === leaderId)
          ? [{ code: 'leaderNotThere' as const, params: {} }]
          : []),
      ],
    };
  }

  private teams(hamletIds: readonly string[], onDate: string): Promise<TeamRow[]> {
    return this.database.rows(
      sql`select t.unit_id as "hamletId", t.id, t.status, lower(t.validity)::text as from,
          coalesce(t.name, case when v.name ilike v.type || ' %' then v.name else v.type || ' ' || v.name end
            || ${formerUnitSuffix(sql`t.unit_id`, sql`(${onDate}::date - 1)`)}) as name,
          (select count(*)::int from chat_groups g where g.team_id = t.id) as groups
        from ${teamsBeyond(hamletIds, onDate)} t join lateral (select n.type, n.name from ${organizationSql.unitNames} n
          where n.unit_id = t.unit_id order by lower(n.validity) desc limit 1) v on true
        order by array_position(${hamletIds}::uuid[], t.unit_id), lower(t.validity), t.id`,
    );
  }

  /** Who is in the teams on the day, or will be. */
  private members(hamletIds: readonly string[], onDate: string): Promise<MemberRow[]> {
    return this.database.rows(
      sql`select t.unit_id as "hamletId", m.person_id as "personId", p.full_name as "fullName", m.position, m.affiliation, m.role,
          lower(m.validity)::text as since
        from ${teamsBeyond(hamletIds, onDate)} t join team_members m on m.team_id = t.id
          and (upper(m.validity) is null or upper(m.validity) > ${onDate}::date)
        join people p on p.id = m.person_id
       where t.status <> 'draft'
       order by array_position(array['leader', 'deputy', 'member'], m.role), array_position(${hamletIds}::uuid[], t.unit_id),
         p.full_name collate "vi-natural", m.person_id, lower(m.validity)`,
    );
  }

  private async counts(
    hamletIds: readonly string[],
    onDate: string,
  ): Promise<{ supporters: number; officers: number }> {
    const row = await this.database.one<{ supporters: number; officers: number }>(
      sql`select (select count(distinct s.person_id)::int from ${teamsBeyond(hamletIds, onDate)} t
            join supporters s on s.team_id = t.id and s.validity && daterange(${onDate}::date, null)) as supporters,
          (select count(*)::int from posts o where o.unit_id = any(${hamletIds}::uuid[]) and not isempty(o.validity)
            and (upper(o.validity) is null or upper(o.validity) > ${onDate}::date)) as officers`,
    );
    return row ?? { supporters: 0, officers: 0 };
  }
}

/** Each person once, with every place that they have in the two teams; the highest role first. */
function gathered(rows: readonly MemberRow[]): NonNullable<MergerShare['people']> {
  const people = new Map<string, NonNullable<MergerShare['people']>[number]>();
  for (const { personId, fullName, position, affiliation, hamletId, role, since } of rows) {
    const known = people.get(personId) ?? { person: { id: personId, fullName, position }, affiliation, was: [] };
    if (!known.was.some((one) => one.hamletId === hamletId)) known.was.push({ hamletId, role, since });
    people.set(personId, known);
  }
  return [...people.values()];
}
