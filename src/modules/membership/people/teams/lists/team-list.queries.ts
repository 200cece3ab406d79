/** Teams of a unit in pages, and what is counted over all of them. From the unit's places to their teams, never the country's. */
import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import type { Affiliation, TeamRole } from '#contracts/enums';
import { searchPattern } from '#i18n/spoken';
import type { UnitRef } from '#modules/organization';
import { Database, empty, type Sql, sql } from '#platform/database';
import type { Team } from '../team.entity.ts';
import { teamsBelow } from '../teams-below.sql.ts';

export type TeamSort = RouteQuery<typeof routes.listTeams>['sort'];
/** What a page goes on after: members (0 where the list is by name), name, id. */
export type TeamKey = readonly [members: number, name: string, id: string];

export interface TeamPage {
  unitId: string;
  at: string;
  q: string;
  status: 'active' | 'draft' | null;
  withoutSupporter: boolean;
  /** Only these: for what SQL does not judge. */
  among: readonly string[] | null;
  sort: TeamSort;
  after: TeamKey | null;
  limit: number;
}

export type Choice = Pick<TeamPage, 'unitId' | 'at' | 'q' | 'withoutSupporter' | 'among'>;

export interface ChosenTeam extends Pick<Team, 'id' | 'unitId'> {
  name: string;
  communeId: string;
  members: number;
}

export interface TeamPageRow extends Pick<Team, 'id'> {
  name: string;
  members: number;
  total: number;
}

/** A team with what its composition is judged by. */
export interface StandRow extends Pick<Team, 'id' | 'unitId' | 'status'> {
  communeId: string | null;
  supported: boolean;
  roles: TeamRole[];
  affiliations: Affiliation[];
}

export interface HamletCount {
  communeId: string | null;
  hamlets: number;
  without: number;
}

export interface HamletWithoutTeam {
  id: string;
  name: string;
  fullName: string;
  draftTeamId: string | null;
  draftSince: string | null;
  total: number;
}

/** `own (id, unit_id, commune_id, name, status)`: the teams of the unit and below, unit by unit. */
const own = (unitId: string, at: string): Sql => sql`own as materialized (
  select t.* from (select descendant_id as id from unit_closure_at(${at}::date) where ancestor_id = ${unitId}) x
   cross join lateral (select n.id, n.unit_id, n.commune_id, n.name, n.status from teams_at(${at}::date) n
     where n.unit_id = x.id offset 0) t)`;

/** `hamlets (id, name, full_name, commune_id)` of the units, none of which lies within another. */
const hamlets = (unitIds: readonly string[], at: string): Sql => sql`hamlets as materialized (
  select u.*, k.ancestor_id as commune_id from unit_closure_at(${at}::date) c
   cross join lateral (select n.id, n.name, n.full_name from units_at(${at}::date) n where n.id = c.descendant_id offset 0) u
   left join unit_closure_at(${at}::date) k on k.descendant_id = u.id and k.ancestor_kind = 'commune'
  where c.ancestor_id = any(${unitIds}::uuid[]) and c.descendant_kind = 'hamlet')`;

const hasTeam = (hamlet: Sql, at: string): Sql =>
  sql`exists (select 1 from teams n where n.unit_id = ${hamlet} and n.status <> 'draft' and n.validity @> ${at}::date)`;

const matches = (q: string, at: string): Sql =>
  q === ''
    ? empty
    : sql`and (fold(o.name) ~ ${searchPattern(q)}
        or exists (select 1 from team_members m join people p on p.id = m.person_id
          where m.team_id = o.id and m.role = 'leader' and m.validity @> ${at}::date
            and (p.full_name_folded ~ ${searchPattern(q)} or fold(m.position) ~ ${searchPattern(q)}))
        or exists (select 1 from supporters s join people p on p.id = s.person_id
          where s.team_id = o.id and s.validity @> ${at}::date and p.full_name_folded ~ ${searchPattern(q)}))`;

const alone = (withoutSupporter: boolean, at: string): Sql =>
  withoutSupporter
    ? sql`and not exists (select 1 from supporters s where s.team_id = o.id and s.validity @> ${at}::date)`
    : empty;

const goesOn = (sort: TeamSort, after: TeamKey | null): Sql => {
  if (!after) return empty;
  const [members, name, id] = after;
  const byName = sql`(o.name collate "vi-natural", o.id) > (${name}::text, ${id}::uuid)`;
  if (sort === 'name') return sql`where ${byName}`;
  if (sort === '-name') return sql`where (o.name collate "vi-natural", o.id) < (${name}::text, ${id}::uuid)`;
  const more = sort === 'members' ? sql`o.members > ${members}::int` : sql`o.members < ${members}::int`;
  return sql`where ${more} or (o.members = ${members}::int and ${byName})`;
};

const ordered = (sort: TeamSort): Sql => {
  if (sort === '-name') return sql`o.name collate "vi-natural" desc, o.id desc`;
  if (sort === 'members') return sql`o.members, o.name collate "vi-natural", o.id`;
  if (sort === '-members') return sql`o.members desc, o.name collate "vi-natural", o.id`;
  return sql`o.name collate "vi-natural", o.id`;
};

const size = (sort: TeamSort, at: string): Sql =>
  sort === 'members' || sort === '-members'
    ? sql`(select count(*)::int from team_members m where m.team_id = o.id and m.validity @> ${at}::date)`
    : sql`0`;

@Injectable()
export class TeamListQueries {
  constructor(private readonly database: Database) {}

  /** One row more than the page holds; `total` counts all that match. */
  page({ unitId, at, q, status, withoutSupporter, among, sort, after, limit }: TeamPage): Promise<TeamPageRow[]> {
    return this.database.rows(
      sql`with ${own(unitId, at)},
       matching as materialized (
         select o.id, o.name, ${size(sort, at)} as members from own o
          where (${status}::text is null or o.status = ${status})
            and (${among}::uuid[] is null or o.id = any(${among}))
            ${alone(withoutSupporter, at)} ${matches(q, at)})
       select o.id, o.name, o.members, (select count(*)::int from matching) as total from matching o
         ${goesOn(sort, after)} order by ${ordered(sort)} limit ${limit + 1}`,
    );
  }

  /** All that match, by name: what an order is given to. */
  chosen({ unitId, at, q, withoutSupporter, among }: Choice): Promise<ChosenTeam[]> {
    return this.database.rows(
      sql`with ${own(unitId, at)}
       select o.id, o.name, o.unit_id as "unitId", coalesce(o.commune_id, o.unit_id) as "communeId",
              (select count(*)::int from team_members m where m.team_id = o.id and m.validity @> ${at}::date) as members
         from own o
        where o.status = 'active' and (${among}::uuid[] is null or o.id = any(${among}))
          ${alone(withoutSupporter, at)} ${matches(q, at)}
        order by o.name collate "vi-natural", o.id`,
    );
  }

  stands(unitIds: readonly string[], at: string): Promise<StandRow[]> {
    return this.database.rows(
      sql`with ${teamsBelow(unitIds, at)}
       select o.id, o.unit_id as "unitId", o.commune_id as "communeId", o.status, m.roles, m.affiliations,
              exists (select 1 from supporters s where s.team_id = o.id and s.validity @> ${at}::date) as supported
         from own o
        cross join lateral (
              select coalesce(array_agg(n.role order by n.id), '{}') as roles,
                     coalesce(array_agg(n.affiliation order by n.id), '{}') as affiliations
                from team_members n where n.team_id = o.id and n.validity @> ${at}::date) m`,
    );
  }

  /** By commune; of hamlets without a commune too. */
  hamletCounts(unitIds: readonly string[], at: string): Promise<HamletCount[]> {
    return this.database.rows(
      sql`with ${hamlets(unitIds, at)}
       select h.commune_id as "communeId", count(*)::int as hamlets,
              count(*) filter (where not ${hasTeam(sql`h.id`, at)})::int as without
         from hamlets h group by h.commune_id`,
    );
  }

  hamletsWithoutTeam(
    unitId: string,
    at: string,
    { q, after, limit }: { q: string; after: readonly [name: string, id: string] | null; limit: number },
  ): Promise<HamletWithoutTeam[]> {
    const from = after
      ? sql`where (w.full_name collate "vi-natural", w.id) > (${after[0]}::text, ${after[1]}::uuid)`
      : empty;
    return this.database.rows(
      sql`with ${hamlets([unitId], at)},
       without as materialized (
         select h.* from hamlets h
          where not ${hasTeam(sql`h.id`, at)} and (${q} = '' or fold(h.full_name) ~ ${searchPattern(q)}))
       select w.id, w.name, w.full_name as "fullName", d.id as "draftTeamId", d.since as "draftSince",
              (select count(*)::int from without) as total
         from without w
         left join lateral (select t.id, lower(t.validity)::text as since from teams t
           where t.unit_id = w.id and t.status = 'draft' and t.validity @> ${at}::date order by t.id limit 1) d on true
         ${from} order by w.full_name collate "vi-natural", w.id limit ${limit + 1}`,
    );
  }

  /** Communes of the unit, and itself where it is one. */
  communes(unitId: string, at: string, q: string): Promise<UnitRef[]> {
    return this.database.rows(
      sql`select u.id, u.kind, u.name, u.full_name as "fullName" from unit_closure_at(${at}::date) c
         cross join lateral (select n.id, n.kind, n.name, n.full_name from units_at(${at}::date) n
           where n.id = c.descendant_id offset 0) u
        where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'
          and (${q} = '' or fold(u.full_name) ~ ${searchPattern(q)})`,
    );
  }
}
