/** Reads about people: names with posts, who may be read by whom, recipients. */
import { Injectable } from '@nestjs/common';
import type { Language, Role } from '#contracts/enums';
import { Database } from '#platform/database';

export interface PersonName {
  id: string;
  full_name: string;
  position: string | null;
}

export interface RecipientRow {
  person_id: string;
  full_name: string;
  language: Language;
  team_id: string | null;
  role: Role;
  email: string | null;
  has_session: boolean;
}

export interface PlaceRow {
  post_id: string;
  unit_id: string;
  team_id: string | null;
  role: Role | 'supporter';
}

/** Officers before team members, the same order everywhere. */
export const roleOrder = `array_position(array['admin','province_officer','district_officer','focal_officer','committee_member','trainer','leader','deputy','member','supporter'], pp.role)`;
const recipientColumns = 'p.id as person_id, p.full_name, k.language, k.email, k.has_session';

@Injectable()
export class PeopleQueries {
  constructor(private readonly database: Database) {}

  /** With the post or position of the day: what stands behind the name. */
  names(ids: readonly string[], at: string): Promise<PersonName[]> {
    return this.database.rows(
      `select p.id, p.full_name, (
         select pp.title from person_places pp where pp.person_id = p.id and pp.validity @> $2::date and pp.title is not null order by ${roleOrder} limit 1) as position
         from people p where p.id = any($1)`,
      [ids, at],
    );
  }

  async languageOf(personId: string): Promise<Language | undefined> {
    const row = await this.database.one<{ language: Language }>(
      'select language from people where id = $1 and anonymised_at is null',
      [personId],
    );
    return row?.language;
  }

  /** Administrators of units that have none above them. */
  async topAdministrators(at: string): Promise<string[]> {
    const rows = await this.database.rows<{ person_id: string }>(
      `select distinct p.person_id from posts p where p.role = 'admin' and p.validity @> $1::date
          and not exists (select 1 from unit_closure c where c.descendant_id = p.unit_id and c.ancestor_id <> p.unit_id)
        order by p.person_id limit 3`,
      [at],
    );
    return rows.map(({ person_id }) => person_id);
  }

  placesOf(personId: string, at: string): Promise<PlaceRow[]> {
    return this.database.rows(
      `select post_id, unit_id, team_id, role from person_places pp where person_id = $1 and validity @> $2::date order by ${roleOrder}, post_id`,
      [personId, at],
    );
  }

  /** Of that day and later. */
  placesFrom(personId: string, day: string): Promise<PlaceRow[]> {
    return this.database.rows(
      `select post_id, unit_id, team_id, role from person_places pp
        where person_id = $1 and validity && daterange($2::date, null) order by ${roleOrder}, post_id`,
      [personId, day],
    );
  }

  /** Those of the people who stand today in one of the units (or below) or in one of the teams. */
  async within(
    personIds: readonly string[],
    unitIds: readonly string[],
    teamIds: readonly string[],
    at: string,
  ): Promise<Set<string>> {
    const rows = await this.database.rows<{ person_id: string }>(
      `select distinct pp.person_id from person_places pp
        where pp.person_id = any($1) and pp.validity @> $4::date
          and (pp.team_id = any($3) or exists (select 1 from unit_closure c where c.descendant_id = pp.unit_id and c.ancestor_id = any($2)))`,
      [personIds, unitIds, teamIds, at],
    );
    return new Set(rows.map((row) => row.person_id));
  }

  phones(
    personIds: readonly string[],
  ): Promise<{ person_id: string; e164: string; is_primary: boolean; state: string }[]> {
    return this.database.rows(
      'select person_id, e164, is_primary, state from phones where person_id = any($1) order by is_primary desc, added_at',
      [personIds],
    );
  }

  recipientsOfTeams(
    teamIds: readonly string[],
    roles: readonly string[] | null,
    at: string,
    now: Date,
  ): Promise<RecipientRow[]> {
    return this.database.rows(
      `select ${recipientColumns}, m.team_id, m.role from team_members_at($3) m join people p on p.id = m.person_id join contactable_at($4) k on k.person_id = p.id
        where m.team_id = any($1) and ($2::text[] is null or m.role = any($2)) order by m.team_id, m.id`,
      [teamIds, roles, at, now],
    );
  }

  committeeOf(unitId: string, at: string, now: Date): Promise<RecipientRow[]> {
    return this.database.rows(
      `select distinct on (p.id) ${recipientColumns}, null::uuid as team_id, o.role from posts o join people p on p.id = o.person_id join contactable_at($3) k on k.person_id = p.id
        where o.unit_id = $1 and o.role in ('committee_member', 'focal_officer') and o.validity @> $2::date order by p.id, o.role desc`,
      [unitId, at, now],
    );
  }

  recipients(personIds: readonly string[], at: string, now: Date): Promise<RecipientRow[]> {
    return this.database.rows(
      `select ${recipientColumns}, first.team_id, coalesce(first.role, 'member') as role from people p join contactable_at($3) k on k.person_id = p.id
         left join lateral (select pp.team_id, pp.role from person_places pp where pp.person_id = p.id and pp.role <> 'supporter' and pp.validity @> $2::date order by ${roleOrder} limit 1) first on true
        where p.id = any($1)`,
      [personIds, at, now],
    );
  }

  /** By name without marks, among those who stand in the units (or below) or the teams. */
  search(
    q: string,
    unitIds: readonly string[],
    teamIds: readonly string[],
    at: string,
    limit: number,
  ): Promise<
    { id: string; full_name: string; title: string | null; unit_id: string; team_id: string | null; role: string }[]
  > {
    return this.database.rows(
      `select * from (
         select distinct on (p.id) p.id, p.full_name, pp.title, pp.unit_id, pp.team_id, pp.role
           from people p join person_places pp on pp.person_id = p.id and pp.validity @> $4::date and pp.role <> 'supporter'
          where p.full_name_folded like '%' || fold($1) || '%' and p.anonymised_at is null
            and (pp.team_id = any($3) or exists (select 1 from unit_closure c where c.descendant_id = pp.unit_id and c.ancestor_id = any($2)))
          order by p.id, ${roleOrder}) hit
        order by full_name collate "vi-natural" limit $5`,
      [q, unitIds, teamIds, at, limit],
    );
  }
}
