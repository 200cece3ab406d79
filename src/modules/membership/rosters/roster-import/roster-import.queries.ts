/** What an import reads: the commune's hamlets, teams, their members of all times, and people whom a phone may prove. */
import { Injectable } from '@nestjs/common';
import { rowsOf, sql, type Tx } from '#platform/database';
import type { Phone } from '../../people/people/contact-point.entity.ts';
import type { Person } from '../../people/people/person.entity.ts';
import type { MappedColumn } from '../roster/roster.types.ts';
import type { Team, TeamMember } from '../../people/teams/team.entity.ts';
import type { RosterColumns } from './roster-columns.entity.ts';

export interface HamletRow {
  id: string;
  fullName: string;
}

export interface TeamRow extends Pick<Team, 'id' | 'unitId'> {
  status: 'draft' | 'active';
  from: string;
}

/** One membership, ended or not. */
export interface MemberRow
  extends Pick<TeamMember, 'id' | 'teamId' | 'personId' | 'role' | 'position' | 'affiliation'>,
    Pick<Person, 'fullName'> {
  from: string;
  /** First day on which it no longer holds. */
  to: string | null;
  /** E.164, the main one first. */
  phones: string[];
}

export type KnownPerson = Pick<Person, 'id' | 'fullName'> & Pick<Phone, 'e164'>;

@Injectable()
export class RosterImportQueries {
  hamlets(tx: Tx, communeId: string, at: string): Promise<HamletRow[]> {
    return rowsOf(
      tx,
      sql`select u.id, u.full_name as "fullName" from unit_closure_at(${at}::date) c join units_at(${at}) u on u.id = c.descendant_id
        where c.ancestor_id = ${communeId} and c.descendant_kind = 'hamlet'`,
    );
  }

  /** One for each hamlet: the active team, else the draft. */
  teams(tx: Tx, communeId: string, at: string): Promise<TeamRow[]> {
    return rowsOf(
      tx,
      sql`select distinct on (t.unit_id) t.id, t.unit_id as "unitId", t.status, lower(t.validity)::text as from
         from unit_closure_at(${at}::date) c join teams t on t.unit_id = c.descendant_id
        where c.ancestor_id = ${communeId} and c.descendant_kind = 'hamlet' and t.status <> 'dissolved'
          and (upper_inf(t.validity) or upper(t.validity) > ${at}::date)
        order by t.unit_id, t.status = 'draft', lower(t.validity)`,
    );
  }

  members(tx: Tx, teamIds: readonly string[]): Promise<MemberRow[]> {
    return rowsOf(
      tx,
      sql`select m.id, m.team_id as "teamId", m.person_id as "personId", p.full_name as "fullName", m.role, m.position,
              m.affiliation, lower(m.validity)::text as from, upper(m.validity)::text as to,
              coalesce(h.phones, '{}') as phones
         from team_members m join people p on p.id = m.person_id
         left join (select person_id, array_agg(e164 order by is_primary desc, added_at, id) as phones from phones
                     where person_id in (select person_id from team_members where team_id = any(${teamIds}))
                       group by person_id) h on h.person_id = m.person_id
        where m.team_id = any(${teamIds}) order by lower(m.validity), m.id`,
    );
  }

  /** People with a place in the commune today who have one of the numbers. */
  peopleByPhone(tx: Tx, communeId: string, phones: readonly string[], at: string): Promise<KnownPerson[]> {
    return rowsOf(
      tx,
      sql`select p.id, p.full_name as "fullName", h.e164
         from phones h join people p on p.id = h.person_id and p.anonymised_at is null
        where h.e164 = any(${phones}) and h.replaced_at is null and exists (
          select 1 from person_places pp join unit_closure c on c.descendant_id = pp.unit_id and c.ancestor_id = ${communeId}
            -- Person by person: as one join, the places of the country would be read.
            where pp.person_id = p.id and pp.validity @> ${at}::date offset 0)
        order by p.id`,
    );
  }

  /**
   * Those of the people whose name and contact points a list of the commune does not change: who hold a post, or have a
   * place outside of the commune, today or from a later day on.
   */
  async guarded(tx: Tx, communeId: string, personIds: readonly string[], at: string): Promise<Set<string>> {
    const rows = await rowsOf<{ personId: string }>(
      tx,
      sql`select distinct pp.person_id as "personId" from person_places pp
        where pp.person_id = any(${personIds}) and pp.role <> 'supporter' and pp.validity && daterange(${at}::date, null)
          and (pp.team_id is null or not exists (select 1 from unit_closure c where c.descendant_id = pp.unit_id
            and c.ancestor_id = ${communeId}))`,
    );
    return new Set(rows.map((row) => row.personId));
  }

  /** What officers of the commune said of the heads of earlier files, by the key of the heads. */
  async remembered(tx: Tx, communeId: string): Promise<Record<string, MappedColumn[]>> {
    const rows = await rowsOf<Pick<RosterColumns, 'headKey'> & { columns: MappedColumn[] }>(
      tx,
      sql`select head_key as "headKey", columns from roster_columns where unit_id = ${communeId} order by said_at desc limit 100`,
    );
    return Object.fromEntries(rows.map(({ headKey: key, columns }) => [key, columns]));
  }
}
