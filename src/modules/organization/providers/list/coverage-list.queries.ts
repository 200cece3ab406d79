import { Injectable } from '@nestjs/common';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { fullName } from '../../units/unit.queries.ts';
import type { CoverageSpan } from './coverage-course.ts';
import type { Place } from './coverage-lines.ts';

export type CommuneSpan = CoverageSpan & { communeId: string };

/** What a list can name, and what a provider covers of it from today on. */
@Injectable()
export class CoverageListQueries {
  constructor(private readonly database: Database) {}

  /** Hamlets of the unit, each with the commune in which it stood before. */
  hamlets(unitId: string, today: string): Promise<Place[]> {
    return this.database.rows(
      sql`select c.descendant_id as id, v.name, ${fullName} as "fullName", v.code, k.ancestor_id as "communeId", (
            select p.name from unit_versions o join unit_versions p on p.unit_id = o.parent_id
             where o.unit_id = v.unit_id and o.parent_id <> v.parent_id and upper(o.validity) <= lower(v.validity)
             order by lower(o.validity) desc, lower(p.validity) desc limit 1) as former
         from unit_closure c
         join unit_closure k on k.descendant_id = c.descendant_id and k.ancestor_kind = 'commune'
         join unit_versions v on v.unit_id = c.descendant_id and v.validity @> ${today}::date
        where c.ancestor_id = ${unitId} and c.descendant_kind = 'hamlet' order by v.name collate "vi-natural", c.descendant_id`,
    );
  }

  /** What holds today or will: of the communes, also by a unit above, and of their hamlets. */
  spans(tx: Tx, providerId: string, communeIds: readonly string[], today: string): Promise<CommuneSpan[]> {
    return rowsOf(
      tx,
      sql`with places as (
         select w.id as commune_id, c.ancestor_id as id, w.id as says from unnest(${communeIds}::uuid[]) as w(id)
           join unit_closure c on c.descendant_id = w.id
         union
         select w.id, c.descendant_id, c.descendant_id from unnest(${communeIds}::uuid[]) as w(id)
           join unit_closure c on c.ancestor_id = w.id and c.descendant_kind = 'hamlet')
       select p.commune_id as "communeId", p.says as "unitId", coalesce(lower(v.validity)::text, '0001-01-01') as from,
              upper(v.validity)::text as to
         from places p join provider_coverage v on v.unit_id = p.id and v.provider_id = ${providerId}
          and v.validity && daterange(${today}::date, null)`,
    );
  }
}
