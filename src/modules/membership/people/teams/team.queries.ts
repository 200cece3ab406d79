/** Every read of teams. Dates are local days; a team, its name and its members are those of the date. */
import { Injectable } from '@nestjs/common';
import type { Affiliation } from '#contracts/enums';
import { searchPattern } from '#i18n/spoken';
import { organizationSql, formerUnitSuffix } from '#modules/organization';
import { Database, ofFew, onlyOf, prepared, rowsOf, short, type Sql, sql, type Tx } from '#platform/database';
import type { ContactState, Phone } from '../people/contact-point.entity.ts';
import type { Person } from '../people/person.entity.ts';
import type { Busy } from '../busy/busy-words.api.ts';
import type { SkillsView } from '../people/member-skills.entity.ts';
import type { EstablishingDecision } from './decisions/establishing-decision.entity.ts';
import type { ChatGroup } from './groups/chat-group.entity.ts';
import type { Team, TeamMember } from './team.entity.ts';
import { teamsBelow } from './teams-below.sql.ts';

export interface TeamRowData extends Pick<Team, 'id' | 'unitId' | 'status'> {
  communeId: string | null;
  name: string;
  validFrom: string;
  validTo: string | null;
}

export interface MemberRow
  extends Pick<TeamMember, 'id' | 'teamId' | 'personId' | 'role' | 'position' | 'affiliation'>,
    Pick<Person, 'fullName'> {
  from: string;
  to: string | null;
  phone: Phone['e164'] | null;
  phoneState: ContactState | null;
  signedIn: boolean;
  paperCardAskedAt: Date | null;
  busy: Busy | null;
  skills: SkillsView | null;
}

export interface SupporterRow extends Pick<Person, 'id' | 'fullName'> {
  teamId: string;
  position: string | null;
  from: string;
  phone: Phone['e164'] | null;
}

export type DecisionRow = Pick<EstablishingDecision, 'kind' | 'number' | 'signedOn' | 'signer'>;

export interface TeamDecisionRow extends DecisionRow, Pick<EstablishingDecision, 'id' | 'version'> {
  /** How many teams of the commune have the same one, with this. */
  teams: number;
}

export type GroupRow = Pick<ChatGroup, 'teamId' | 'unitId' | 'channel' | 'name' | 'link'>;

export interface KnownRow extends Pick<Person, 'fullName'> {
  communeId: string;
  personId: string;
  position: string | null;
  role: string;
  affiliation: Affiliation | null;
  teamId: string | null;
  former: boolean;
}

/** `s` is the same decision on paper as `d`, and counts. */
export const sameDecision = sql`(s.kind, s.number, s.signed_on, s.signer) = (d.kind, d.number, d.signed_on, d.signer)
  and s.voided_at is null`;

const dayOf = (at: string): Sql => sql`greatest(least(${at}::date, upper(t.validity) - 1), lower(t.validity))`;
/** A team as at the day; one that had ended by then as on its last day, one that had not begun as on its first. */
const teamColumns = (at: string): Sql => sql`t.id, t.unit_id as "unitId", c.ancestor_id as "communeId",
  coalesce(t.name, case when v.name ilike v.type || ' %' then v.name
    else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end || ${formerUnitSuffix(sql`t.unit_id`, dayOf(at))}, '') as name,
  case when t.status = 'draft' then 'draft' when upper(t.validity) <= ${at}::date then 'dissolved' else 'active' end as status,
  lower(t.validity)::text as "validFrom", upper(t.validity)::text as "validTo"`;
const teamJoins = (at: string): Sql => sql`
  left join unit_closure_at(${at}::date) c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune'
  left join lateral (
    select w.name, w.type from ${organizationSql.unitNames} w where w.unit_id = t.unit_id
     order by w.validity @> ${dayOf(at)} desc, lower(w.validity) desc
     limit 1) v on true`;
const memberColumns = (now: Date): Sql => sql`m.id, m.team_id as "teamId", m.person_id as "personId",
  p.full_name as "fullName", m.role, m.position, m.affiliation, lower(m.validity)::text as from,
  upper(m.validity)::text as to, h.e164 as phone,
  case when h.state = 'ok' and h.unproven_since is not null then 'unverified' else h.state end as "phoneState",
  exists (select 1 from sessions s where s.person_id = m.person_id and s.ended_at is null
    and s.expires_at > ${now}) as "signedIn",
  (select r.at from card_requests r where r.team_id = m.team_id and r.person_id = m.person_id) as "paperCardAskedAt",
  (select jsonb_build_object('reason', b.reason, 'until', b.until_on) from busy_words b where b.person_id = m.person_id
    and b.until_on >= (${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date) as busy,
  (select jsonb_build_object('list', s.skills, 'own', s.by_self) from member_skills s where s.person_id = m.person_id
    and (upper_inf(m.validity) or upper(m.validity) > (${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date)) as skills`;
const memberJoins = sql`join people p on p.id = m.person_id
  left join phones h on h.person_id = m.person_id and h.is_primary`;

/** "tổ thôn 1 minh sơn": a team `t` with the name of its commune behind its own. */
const isNamedWithCommune = (q: string): Sql => {
  const words = sql`fold(${q.replace(/[\s,]+/g, ' ').trim()})`;
  return sql`(${words} like '%' || fold(t.name) || ' %' and exists (
    select 1 from ${organizationSql.unitNames} c where c.unit_id = t.commune_id
      and (fold('Tổ ' || t.name || ' ' || c.name) like '%' || ${words} || '%'
        or fold('Tổ ' || t.name || ' ' || c.type || ' ' || c.name) like '%' || ${words} || '%')))`;
};

@Injectable()
export class TeamQueries {
  constructor(private readonly database: Database) {}

  /** Any team, also an ended one. */
  byId(ids: readonly string[], at: string): Promise<TeamRowData[]> {
    const asked = sql`select ${teamColumns(at)} from teams t ${teamJoins(at)}`;
    const only = onlyOf(ids);
    return this.database.rows(
      only
        ? prepared('team-by-id', sql`${asked} where t.id = ${only}`)
        : ofFew(ids, sql`${asked} where t.id = any(${ids})`),
    );
  }

  /** Teams of the unit and of all units below, valid at the date, drafts included. */
  under(unitId: string, at: string): Promise<TeamRowData[]> {
    return this.database.rows(
      sql`select ${teamColumns(at)} from teams t ${teamJoins(at)}
        where t.validity @> ${at}::date
          and exists (select 1 from unit_closure_at(${at}::date) x where x.ancestor_id = ${unitId} and x.descendant_id = t.unit_id)`,
    );
  }

  async strengthUnder(unitId: string, at: string): Promise<{ teams: number; members: number }> {
    const [row] = await this.database.rows<{ teams: number; members: number }>(
      sql`with ${teamsBelow([unitId], at)}
       select count(distinct o.id)::int as teams, count(distinct (o.commune_id, m.person_id)) filter (where m.person_id is not null)::int as members
         from own o
         left join lateral (
              select n.person_id from team_members n where n.team_id = o.id and n.validity @> ${at}::date offset 0) m on true
        where o.status <> 'draft'`,
    );
    return row ?? { teams: 0, members: 0 };
  }

  members(teamIds: readonly string[], at: string, now: Date): Promise<MemberRow[]> {
    const asked = (ofTeams: Sql) => sql`select ${memberColumns(now)} from team_members m ${memberJoins}
        where ${ofTeams} and m.validity @> ${at}::date
        order by array_position(array['leader','deputy','member'], m.role), m.id`;
    const only = onlyOf(teamIds);
    return this.database.rows(
      only
        ? prepared('members-of-team', asked(sql`m.team_id = ${only}`))
        : ofFew(teamIds, asked(sql`m.team_id = any(${teamIds})`)),
    );
  }

  leaders(
    teamIds: readonly string[],
    at: string,
  ): Promise<Pick<MemberRow, 'teamId' | 'personId' | 'fullName' | 'position'>[]> {
    return this.database.rows(
      ofFew(
        teamIds,
        sql`select m.team_id as "teamId", m.person_id as "personId", p.full_name as "fullName", m.position
         from team_members m join people p on p.id = m.person_id
        where m.team_id = any(${teamIds}) and m.role = 'leader' and m.validity @> ${at}::date`,
      ),
    );
  }

  /** Who was there before and who is to come, newest first. */
  history(teamId: string, at: string, now: Date): Promise<MemberRow[]> {
    return this.database.rows(
      short(
        sql`select ${memberColumns(now)} from team_members m ${memberJoins}
        where m.team_id = ${teamId} and not m.validity @> ${at}::date order by lower(m.validity) desc, m.id`,
      ),
    );
  }

  supporters(teamIds: readonly string[], at: string): Promise<SupporterRow[]> {
    const asked = (
      ofTeams: Sql,
    ) => sql`select s.team_id as "teamId", p.id, p.full_name as "fullName", lower(s.validity)::text as from, h.e164 as phone, (
         select o.title from posts o where o.person_id = p.id and o.validity @> ${at}::date order by o.role limit 1) as position
         from supporters s join people p on p.id = s.person_id left join phones h on h.person_id = p.id and h.is_primary
        where ${ofTeams} and s.validity @> ${at}::date order by lower(s.validity), p.id`;
    const only = onlyOf(teamIds);
    return this.database.rows(
      only
        ? prepared('supporters-of-team', asked(sql`s.team_id = ${only}`))
        : ofFew(teamIds, asked(sql`s.team_id = any(${teamIds})`)),
    );
  }

  /** Each paper once: one that changed two places of the team stands in two rows. `teams` are those of the commune of that day. */
  decisions(teamId: string, at: string): Promise<TeamDecisionRow[]> {
    return this.database.rows(
      sql`select d.id, d.kind, d.number, d.signed_on::text as "signedOn", d.signer, d.version, greatest(1, (
         select count(distinct s.team_id)::int from teams t join unit_closure_at(${at}::date) mine on mine.descendant_id = t.unit_id
           and mine.ancestor_kind = 'commune'
           join unit_closure_at(${at}::date) c on c.ancestor_id = mine.ancestor_id join teams o on o.unit_id = c.descendant_id
           join establishing_decisions s on s.team_id = o.id and ${sameDecision}
          where t.id = d.team_id)) as teams
         from establishing_decisions d
        where d.team_id = ${teamId} and d.voided_at is null and not exists (
          select 1 from establishing_decisions s where s.team_id = d.team_id and ${sameDecision}
            and (s.recorded_at, s.id) < (d.recorded_at, d.id))
        order by d.signed_on, d.recorded_at`,
    );
  }

  groups(teamIds: readonly string[], unitIds: readonly string[] = []): Promise<GroupRow[]> {
    return this.database.rows(
      ofFew(
        [...teamIds, ...unitIds],
        sql`select team_id as "teamId", unit_id as "unitId", channel, name, link from chat_groups
        where team_id = any(${teamIds}) or unit_id = any(${unitIds})`,
      ),
    );
  }

  /**
   * People of the communes by whom a gap could be filled: former members of the very team first, then the committee,
   * then other teams' members.
   */
  known(communeIds: readonly string[], at: string): Promise<KnownRow[]> {
    return this.database.rows(
      sql`select distinct on (c.ancestor_id, pp.person_id, pp.team_id) c.ancestor_id as "communeId",
              pp.person_id as "personId", p.full_name as "fullName", pp.title as position, pp.role, pp.affiliation,
              pp.team_id as "teamId", not pp.validity @> ${at}::date as former
         from unit_closure_at(${at}::date) c
         -- Unit by unit: joined as a whole, the places of the country would be read for one commune.
         cross join lateral (
           select x.person_id, x.team_id, x.role, x.title, x.affiliation, x.validity from person_places x
            where x.unit_id = c.descendant_id and x.role <> 'supporter'
              and not isempty(x.validity) and lower(x.validity) <= ${at}::date offset 0) pp
         join people p on p.id = pp.person_id and p.anonymised_at is null
        where c.ancestor_id = any(${communeIds}) and c.ancestor_kind = 'commune'
        order by c.ancestor_id, pp.person_id, pp.team_id, upper(pp.validity) desc nulls first`,
    );
  }

  /** By name without marks, of the units (and below) and the teams. */
  search(
    q: string,
    unitIds: readonly string[],
    teamIds: readonly string[],
    at: string,
    limit: number,
  ): Promise<Pick<TeamRowData, 'id' | 'name' | 'communeId'>[]> {
    return this.database.rows(
      sql`with area as materialized (
         select distinct c.descendant_id as unit_id from unit_closure_at(${at}::date) c where c.ancestor_id = any(${unitIds})),
       -- From the reader's units to their teams: a team's name is known only by its unit.
       own as (
         select x.* from area a cross join lateral (
           select n.id, n.name, n.commune_id from teams_at(${at}::date) n where n.unit_id = a.unit_id offset 0) x
         union
         select n.id, n.name, n.commune_id from teams_at(${at}::date) n where n.id = any(${teamIds}))
       select t.id, t.name, t.commune_id as "communeId" from own t
        where fold('Tổ ' || t.name) ~ ${searchPattern(q)} or ${isNamedWithCommune(q)}
        order by t.name collate "vi-natural", t.id limit ${limit}`,
    );
  }

  /** The row stays locked until the transaction ends. */
  async holdMember(tx: Tx, personId: string, teamId: string, at: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      sql`select 1 from team_members m join teams t on t.id = m.team_id and t.validity @> ${at}::date
        where m.person_id = ${personId} and m.team_id = ${teamId} and m.validity @> ${at}::date for share of m`,
    );
    return rows.length > 0;
  }
}
