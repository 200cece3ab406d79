import { Injectable } from '@nestjs/common';
import { type OfficerRole, officerRoles } from '#contracts/enums';
import { searchPattern } from '#i18n/spoken';
import { Database, sql } from '#platform/database';

export interface HolderRow {
  personId: string;
  fullName: string;
  hasAccount: boolean;
}
export interface HeldRow extends HolderRow {
  role: OfficerRole;
  title: string;
  standIn: boolean;
  unitId: string;
}

/** A caretaker holds the post by another one of theirs; trainers are of companies. */
const isOffice = sql`o.role = any(${[...officerRoles]}::text[]) and not o.caretaker`;
const hasAccount = sql`exists (select 1 from sessions s where s.person_id = p.id)`;
const columns = sql`p.id as "personId", p.full_name as "fullName", ${hasAccount} as "hasAccount", o.role, o.title,
  o.stand_in as "standIn", o.unit_id as "unitId"`;
const inOrder = sql`p.full_name collate "vi-natural", p.id, o.role desc, o.id`;

/** Who holds a post on a day: of units that end, of people who are chosen, of all within reach. */
@Injectable()
export class ReformHoldersQueries {
  constructor(private readonly database: Database) {}

  ofUnits(unitIds: readonly string[], at: string): Promise<HeldRow[]> {
    return this.database.rows(
      sql`select ${columns} from posts o join people p on p.id = o.person_id
        where o.unit_id = any(${unitIds}::uuid[]) and ${isOffice} and o.validity @> ${at}::date order by ${inOrder}`,
    );
  }

  ofPeople(personIds: readonly string[], at: string): Promise<HeldRow[]> {
    return this.database.rows(
      sql`select ${columns} from posts o join people p on p.id = o.person_id
        where o.person_id = any(${personIds}::uuid[]) and ${isOffice} and o.validity @> ${at}::date order by ${inOrder}`,
    );
  }

  async names(personIds: readonly string[]): Promise<Map<string, HolderRow>> {
    const rows = await this.database.rows<HolderRow>(
      sql`select p.id as "personId", p.full_name as "fullName", ${hasAccount} as "hasAccount" from people p
        where p.id = any(${personIds}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /** By name, one more than the limit, and how many there are. */
  async search(
    unitId: string,
    { q, at, after, limit }: { q: string; at: string; after: readonly [string, string] | null; limit: number },
  ): Promise<{ rows: HolderRow[]; total: number }> {
    const found = sql`select distinct p.id, p.full_name from unit_closure_at(${at}::date) c
      cross join lateral (select o.person_id from posts o where o.unit_id = c.descendant_id and ${isOffice}
        and o.validity @> ${at}::date offset 0) o
      join people p on p.id = o.person_id and p.full_name_folded ~ ${searchPattern(q)}
     where c.ancestor_id = ${unitId} and c.descendant_kind <> 'hamlet'`;
    const later = after
      ? sql`(p.full_name collate "vi-natural", p.id) > (${after[0]}::text, ${after[1]}::uuid)`
      : sql`true`;
    const rows = await this.database.rows<HolderRow & { total: number }>(
      sql`with found as materialized (${found})
        select p.id as "personId", p.full_name as "fullName", ${hasAccount} as "hasAccount",
          (select count(*)::int from found) as total from found p where ${later}
         order by p.full_name collate "vi-natural", p.id limit ${limit + 1}`,
    );
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }
}
