import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import type { OcopProduct } from './ocop-product.entity.ts';

export type OcopRow = Omit<OcopProduct, 'endReason' | 'listedBy' | 'validity'>;

@Injectable()
export class OcopQueries {
  constructor(private readonly database: Database) {}

  ocopProducts(unitIds: readonly string[], at: string): Promise<OcopRow[]> {
    return this.database.rows(
      sql`select p.id, p.unit_id as "unitId", p.name, p.owner, p.stars, p.certificate, p.listed_on as "listedOn", p.marketplace, p.link
         from ocop_products p where p.validity @> ${at}::date
          and exists (select 1 from unit_closure_at(${at}::date) c where c.descendant_id = p.unit_id and c.ancestor_id = any(${unitIds}))
        order by p.listed_on is not null, p.name collate "vi-natural"`,
    );
  }

  productNames(ids: readonly string[]): Promise<Pick<OcopProduct, 'id' | 'name'>[]> {
    return this.database.rows(sql`select id, name from ocop_products where id = any(${ids})`);
  }

  /** One row for each of the units, also for one whose register is empty. */
  ocopCounts(
    unitIds: readonly string[],
    at: string,
  ): Promise<{ unitId: string; registered: number; missing: number }[]> {
    return this.database.rows(
      sql`select w.id as "unitId", count(p.id)::int as registered, count(p.id) filter (where p.listed_on is null
        or p.listed_on > ${at}::date)::int as missing
         from unnest(${unitIds}::uuid[]) as w(id)
         left join (unit_closure_at(${at}::date) c join ocop_products p on p.unit_id = c.descendant_id and p.validity @> ${at}::date)
           on c.ancestor_id = w.id
        group by w.id`,
    );
  }
}
