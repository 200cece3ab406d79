/** What committees are judged by: their people, their teams and who supports them. Commune by commune, never the country's. */
import { Injectable } from '@nestjs/common';
import type { Affiliation, CommitteeSeat } from '#contracts/enums';
import { searchPattern } from '#i18n/spoken';
import type { UnitRef } from '#modules/organization';
import { Database, sql } from '#platform/database';
import type { Person } from '../../people/people/person.entity.ts';
import type { Post } from '../posts/post.entity.ts';

export interface LoadMemberRow
  extends Pick<Post, 'id' | 'personId' | 'title' | 'standIn' | 'affiliation'>,
    Pick<Person, 'fullName'> {
  role: 'committee_member' | 'focal_officer';
  seat: CommitteeSeat;
  from: string;
  to: string | null;
  lastSeenAt: Date | null;
  teamIds: string[];
}

export interface LoadTeamRow {
  id: string;
  unitId: string;
  communeId: string;
  name: string;
  supported: boolean;
}

export interface StandingRow extends UnitRef {
  hasCommittee: boolean;
  lastDay: string | null;
  /** Of the people of the committee and the focal officer, one for each post. */
  personIds: string[];
  roles: LoadMemberRow['role'][];
  affiliations: Affiliation[];
  teams: number;
  supported: number;
}

/** Of posts that were given without one. */
const seat = sql`coalesce(o.seat, case when o.role = 'focal_officer' then 'standing' else 'member' end)`;
/** A caretaker is of the committee by another post. */
const ofCommittee = sql`o.role in ('committee_member', 'focal_officer') and not o.caretaker`;

@Injectable()
export class CommitteeStandsQueries {
  constructor(private readonly database: Database) {}

  /** @param ids the commune's teams: support of others is another commune's */
  members(unitId: string, ids: readonly string[], at: string): Promise<LoadMemberRow[]> {
    return this.database.rows(
      sql`select o.id, o.person_id as "personId", p.full_name as "fullName", o.role, o.title, o.stand_in as "standIn",
              o.affiliation, ${seat} as seat, lower(o.validity)::text as from, upper(o.validity)::text as to,
              (select max(s.last_seen_at) from sessions s where s.person_id = o.person_id) as "lastSeenAt",
              array(select s.team_id from supporters s where s.person_id = o.person_id and s.team_id = any(${ids}::uuid[])
                and s.validity @> ${at}::date) as "teamIds"
         from posts o join people p on p.id = o.person_id
        where o.unit_id = ${unitId} and ${ofCommittee} and o.validity @> ${at}::date
        order by array_position(array['head', 'deputy_head', 'standing', 'member'], ${seat}), o.stand_in,
                 p.full_name collate "vi-natural", o.id`,
    );
  }

  /** Active teams of the communes by name. */
  teams(communeIds: readonly string[], at: string): Promise<LoadTeamRow[]> {
    return this.database.rows(
      sql`with area as materialized (
         select c.descendant_id as unit_id, c.ancestor_id as commune_id from unit_closure_at(${at}::date) c
          where c.ancestor_id = any(${communeIds}::uuid[]))
       select t.id, a.unit_id as "unitId", a.commune_id as "communeId", t.name, exists (
                select 1 from supporters s where s.team_id = t.id and s.validity @> ${at}::date offset 0) as supported
         from area a
        cross join lateral (
              select n.id, n.name from teams w join teams_at(${at}::date) n on n.id = w.id
               where w.unit_id = a.unit_id and w.status <> 'draft' and w.validity @> ${at}::date offset 0) t
        order by t.name collate "vi-natural", t.id`,
    );
  }

  /** Who came from there and left last, of places that nobody holds today. */
  left(
    unitId: string,
    affiliations: readonly Affiliation[],
    at: string,
  ): Promise<{ affiliation: Affiliation; fullName: string; on: string }[]> {
    return this.database.rows(
      sql`select distinct on (o.affiliation) o.affiliation, p.full_name as "fullName", upper(o.validity)::text as on
         from posts o join people p on p.id = o.person_id
        where o.unit_id = ${unitId} and ${ofCommittee} and o.affiliation = any(${affiliations}) and upper(o.validity) <= ${at}::date
        order by o.affiliation, upper(o.validity) desc, o.id`,
    );
  }

  /** Each commune of the unit, in numbers. */
  standings(unitId: string, at: string, q: string): Promise<StandingRow[]> {
    return this.database.rows(
      sql`with area as materialized (
         select u.* from unit_closure_at(${at}::date) c
          cross join lateral (select n.id, n.kind, n.name, n.full_name from units_at(${at}::date) n
            where n.id = c.descendant_id offset 0) u
          where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'
            and (${q} = '' or fold(u.full_name) ~ ${searchPattern(q)}))
       select a.id, a.kind, a.name, a.full_name as "fullName", k.id is not null as "hasCommittee", k.last_day as "lastDay",
              o.people as "personIds", o.roles, o.affiliations, t.teams, t.supported
         from area a
         left join lateral (
              select s.id, (upper(s.validity) - 1)::text as last_day from steering_committees s
               where s.unit_id = a.id and not s.draft and s.validity @> ${at}::date offset 0) k on true
        cross join lateral (
              select coalesce(array_agg(o.person_id order by o.id), '{}') as people, coalesce(array_agg(o.role order by o.id), '{}') as roles,
                     coalesce(array_agg(o.affiliation order by o.id), '{}') as affiliations
                from posts o where o.unit_id = a.id and ${ofCommittee} and o.validity @> ${at}::date offset 0) o
        cross join lateral (
              select count(n.id)::int as teams, count(n.id) filter (where exists (
                       select 1 from supporters s where s.team_id = n.id and s.validity @> ${at}::date offset 0))::int as supported
                from unit_closure_at(${at}::date) h
               cross join lateral (select w.id from teams w where w.unit_id = h.descendant_id and w.status <> 'draft'
                 and w.validity @> ${at}::date offset 0) n
               where h.ancestor_id = a.id offset 0) t`,
    );
  }
}
