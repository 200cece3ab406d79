/** Reads about people: names with posts, who may be read by whom, recipients. */
import { Injectable } from '@nestjs/common';
import { CardReport } from './member-card.entity.ts';
import type { Language, Role } from '#contracts/enums';
import { searchPattern } from '#i18n/spoken';
import { Database, ofFew, onlyOf, prepared, sql } from '#platform/database';
import type { Phone } from './contact-point.entity.ts';
import type { Person } from './person.entity.ts';

export interface PersonName extends Pick<Person, 'id' | 'fullName'> {
  position: string | null;
}

export interface RecipientRow extends Pick<Person, 'fullName' | 'language'> {
  personId: string;
  teamId: string | null;
  role: Role;
  email: string | null;
  hasSession: boolean;
}

export interface PlaceRow {
  postId: string;
  unitId: string;
  teamId: string | null;
  role: Role | 'supporter';
}

export interface FoundPerson extends Pick<Person, 'id' | 'fullName'> {
  title: string | null;
  unitId: string;
  teamId: string | null;
  role: string;
}

/** Officers before team members, the same order everywhere. */
export const roleOrder = sql`array_position(array['admin','province_officer','district_officer','focal_officer','committee_member','trainer','leader','deputy','member','supporter'], pp.role)`;
const recipientColumns = sql`p.id as "personId", p.full_name as "fullName", k.language, k.email,
  k.has_session as "hasSession"`;

const placeColumns = sql`post_id as "postId", unit_id as "unitId", team_id as "teamId", role`;

export type CardReportInfo = Pick<CardReport, 'teamId' | 'communeId' | 'text'>;

@Injectable()
export class PeopleQueries {
  constructor(private readonly database: Database) {}

  /** With the post or position of the day: what stands behind the name. */
  names(ids: readonly string[], at: string): Promise<PersonName[]> {
    const asked = sql`select p.id, p.full_name as "fullName", (
         select pp.title from person_places pp where pp.person_id = p.id and pp.validity @> ${at}::date and pp.title is not null
           order by ${roleOrder} limit 1) as position
         from people p`;
    const only = onlyOf(ids);
    return this.database.rows(
      only
        ? prepared('person-name', sql`${asked} where p.id = ${only}`)
        : ofFew(ids, sql`${asked} where p.id = any(${ids})`),
    );
  }

  async languageOf(personId: string): Promise<Language | undefined> {
    const row = await this.database.one<Pick<Person, 'language'>>(
      sql`select language from people where id = ${personId} and anonymised_at is null`,
    );
    return row?.language;
  }

  /** Administrators of units that have none above them. */
  async topAdministrators(at: string): Promise<string[]> {
    const rows = await this.database.rows<{ personId: string }>(
      sql`select distinct p.person_id as "personId" from posts p where p.role = 'admin' and p.validity @> ${at}::date
          and not exists (select 1 from unit_closure c where c.descendant_id = p.unit_id and c.ancestor_id <> p.unit_id)
        order by p.person_id limit 3`,
    );
    return rows.map(({ personId }) => personId);
  }

  placesOf(personId: string, at: string): Promise<PlaceRow[]> {
    return this.database.rows(
      sql`select ${placeColumns} from person_places pp where person_id = ${personId} and validity @> ${at}::date
        order by ${roleOrder}, post_id`,
    );
  }

  /** Of that day and later. */
  placesFrom(personId: string, day: string): Promise<PlaceRow[]> {
    return this.database.rows(
      sql`select ${placeColumns} from person_places pp
        where person_id = ${personId} and validity && daterange(${day}::date, null) order by ${roleOrder}, post_id`,
    );
  }

  /** Posts that ended with their unit, whose holder still reads what the unit was. */
  pastPosts(personId: string, today: string): Promise<Pick<PlaceRow, 'role' | 'unitId'>[]> {
    return this.database.rows(
      sql`select role, unit_id as "unitId" from posts where person_id = ${personId} and past_until > ${today}::date
        and upper(validity) <= ${today}::date`,
    );
  }

  /** The latest of somebody who has none today. */
  lastPlace(personId: string): Promise<PlaceRow | undefined> {
    return this.database.one(
      sql`select ${placeColumns} from person_places pp where person_id = ${personId} and not isempty(validity)
        and role <> 'supporter' order by upper(validity) desc nulls first, post_id limit 1`,
    );
  }

  /** Whose an id is today: a record that became part of another still leads to it. */
  async current(personId: string): Promise<string> {
    const row = await this.database.one<{ id: string }>(
      sql`select coalesce(merged_into_id, id) as id from people where id = ${personId}`,
    );
    return row?.id ?? personId;
  }

  /** Those of the people each of whose places, of that day and later, is one of these roles at such a unit or below. */
  async wholly(
    personIds: readonly string[],
    reach: readonly { role: string; unitId: string }[],
    day: string,
  ): Promise<Set<string>> {
    const rows = await this.database.rows<{ personId: string }>(
      sql`select pp.person_id as "personId" from person_places pp
        where pp.person_id = any(${personIds}) and pp.validity && daterange(${day}::date, null) and pp.role <> 'supporter'
        group by pp.person_id having bool_and(exists (
          select 1 from unnest(${reach.map(({ role }) => role)}::text[], ${reach.map(({ unitId }) => unitId)}::uuid[])
              as r(role, unit_id)
            join unit_closure c on c.ancestor_id = r.unit_id where r.role = pp.role and c.descendant_id = pp.unit_id))`,
    );
    return new Set(rows.map((row) => row.personId));
  }

  /** Those of the people who stand today in one of the units (or below) or in one of the teams. */
  async within(
    personIds: readonly string[],
    unitIds: readonly string[],
    teamIds: readonly string[],
    at: string,
  ): Promise<Set<string>> {
    const rows = await this.database.rows<{ personId: string }>(
      sql`select distinct pp.person_id as "personId" from person_places pp
        where pp.person_id = any(${personIds}) and pp.validity @> ${at}::date
          and (pp.team_id = any(${teamIds}) or exists (select 1 from unit_closure c where c.descendant_id = pp.unit_id
            and c.ancestor_id = any(${unitIds})))`,
    );
    return new Set(rows.map((row) => row.personId));
  }

  phones(personIds: readonly string[]): Promise<Pick<Phone, 'personId' | 'e164' | 'isPrimary' | 'state'>[]> {
    return this.database.rows(
      sql`select person_id as "personId", e164, is_primary as "isPrimary", state from phones
        where person_id = any(${personIds}) order by is_primary desc, added_at`,
    );
  }

  /** Where a letter to the person goes: the main address, of those that work. */
  async addresses(personIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ personId: string; address: string }>(
      sql`select distinct on (person_id) person_id as "personId", address from emails
        where person_id = any(${personIds}) and replaced_at is null and state <> 'bounced'
        order by person_id, is_primary desc, added_at, id`,
    );
    return new Map(rows.map(({ personId, address }) => [personId, address]));
  }

  async lastSeen(personIds: readonly string[]): Promise<Map<string, Date>> {
    const rows = await this.database.rows<{ id: string; at: Date | null }>(
      sql`select w.id, (select max(s.last_seen_at) from sessions s where s.person_id = w.id) as at
         from unnest(${personIds}::uuid[]) as w(id)`,
    );
    return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
  }

  recipientsOfTeams(
    teamIds: readonly string[],
    roles: readonly string[] | null,
    at: string,
    now: Date,
  ): Promise<RecipientRow[]> {
    return this.database.rows(
      sql`select ${recipientColumns}, m.team_id as "teamId", m.role from team_members_at(${at}) m join people p on p.id = m.person_id
        join contactable_at(${now}) k on k.person_id = p.id
        where m.team_id = any(${teamIds}) and (${roles}::text[] is null or m.role = any(${roles})) order by m.team_id, m.id`,
    );
  }

  committeeOf(unitId: string, at: string, now: Date): Promise<RecipientRow[]> {
    return this.database.rows(
      sql`select distinct on (p.id) ${recipientColumns}, null::uuid as "teamId", o.role from posts o join people p
        on p.id = o.person_id join contactable_at(${now}) k on k.person_id = p.id
        where o.unit_id = ${unitId} and o.role in ('committee_member', 'focal_officer') and o.validity @> ${at}::date
          order by p.id, o.role desc`,
    );
  }

  recipients(personIds: readonly string[], at: string, now: Date): Promise<RecipientRow[]> {
    return this.database.rows(
      ofFew(
        personIds,
        sql`select ${recipientColumns}, first.team_id as "teamId", coalesce(first.role, 'member') as role from people p
        join contactable_at(${now}) k on k.person_id = p.id
         left join lateral (select pp.team_id, pp.role from person_places pp where pp.person_id = p.id
           and pp.role <> 'supporter' and pp.validity @> ${at}::date order by ${roleOrder} limit 1) first on true
        where p.id = any(${personIds})`,
      ),
    );
  }

  /** By name without marks, as it is written and said anywhere in the country, as typed first; among those who stand in the units (or below) or the teams. */
  search(
    q: string,
    unitIds: readonly string[],
    teamIds: readonly string[],
    at: string,
    limit: number,
  ): Promise<FoundPerson[]> {
    return this.database.rows(
      sql`with area as materialized (
         select distinct c.descendant_id as unit_id from unit_closure c where c.ancestor_id = any(${unitIds})),
       -- From the reader's units to their people: by the name alone, the country would be read for one commune.
       place as (
         select x.* from area a cross join lateral (
           select pp.* from person_places pp where pp.unit_id = a.unit_id
              and pp.validity @> ${at}::date and pp.role <> 'supporter' offset 0) x
         union all
         select x.* from unnest(${teamIds}::uuid[]) as own(team_id) cross join lateral (
           select pp.* from person_places pp where pp.team_id = own.team_id
              and pp.validity @> ${at}::date and pp.role <> 'supporter' offset 0) x)
       select id, "fullName", title, "unitId", "teamId", role from (
         select distinct on (p.id) p.id, p.full_name as "fullName", p.as_typed, pp.title, pp.unit_id as "unitId", pp.team_id as "teamId", pp.role
           from place pp cross join lateral (
             select n.id, n.full_name, n.full_name_folded like '%' || fold(${q}) || '%' as as_typed from people n where n.id = pp.person_id
                and n.full_name_folded ~ ${searchPattern(q)} and n.anonymised_at is null offset 0) p
          order by p.id, ${roleOrder}) hit
        order by not as_typed, "fullName" collate "vi-natural" limit ${limit}`,
    );
  }

  async cardReport(id: string): Promise<CardReportInfo | undefined> {
    return (
      (await this.database.manager.findOne(CardReport, {
        select: { teamId: true, communeId: true, text: true },
        where: { id },
      })) ?? undefined
    );
  }
}
