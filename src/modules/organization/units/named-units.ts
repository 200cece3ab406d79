import { Injectable } from '@nestjs/common';
import { foldTone } from '#i18n/fold';
import { Database, sql } from '#platform/database';
import { fullName, type UnitRow } from './unit.queries.ts';

export interface NamedUnit extends Pick<UnitRow, 'id' | 'kind' | 'name' | 'fullName' | 'code'> {
  parent: string | null;
  /** Of units that share their name: what they stood in before, else what they were made of. */
  former: string | null;
}

/** Units that a list can name by code or name. */
@Injectable()
export class NamedUnits {
  constructor(private readonly database: Database) {}

  /** The unit itself and all below it on that day that are no hamlets; of equal names with what tells them apart. */
  async below(unitId: string, day: string): Promise<NamedUnit[]> {
    const units = await this.database.rows<NamedUnit>(
      sql`with area as materialized (
          select c.descendant_id as id, c.descendant_kind as kind from unit_closure_at(${day}::date) c
           where c.ancestor_id = ${unitId} and c.descendant_kind <> 'hamlet')
        select a.id, a.kind, v.name, ${fullName} as "fullName", v.code, null as former,
               (select p.full_name from units_at(${day}::date) p where p.id = v.parent_id) as parent
          from area a cross join lateral (select * from unit_versions w where w.unit_id = a.id
            and w.validity @> ${day}::date offset 0) v
         order by v.code, a.id`,
    );
    const names = new Map<string, number>();
    for (const { name } of units) names.set(foldTone(name), (names.get(foldTone(name)) ?? 0) + 1);
    const ids = units.filter(({ name }) => (names.get(foldTone(name)) ?? 0) > 1).map(({ id }) => id);
    const former = ids.length === 0 ? new Map<string, string>() : await this.former(ids, day);
    return units.map((unit) => ({ ...unit, former: former.get(unit.id) ?? null }));
  }

  private async former(ids: readonly string[], day: string): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; former: string }>(
      sql`select n.id, coalesce(stood.name, made.names) as former from unnest(${ids}::uuid[]) as n(id)
          left join lateral (
            select ${fullName} as name from unit_versions o join unit_versions now on now.unit_id = o.unit_id
                and now.validity @> ${day}::date and now.parent_id <> o.parent_id and upper(o.validity) <= lower(now.validity)
              join unit_versions v on v.unit_id = o.parent_id
             where o.unit_id = n.id order by lower(o.validity) desc, lower(v.validity) desc limit 1) stood on true
          left join lateral (
            select string_agg(m.name, ', ' order by m.name) as names from (
              select distinct on (s.from_unit_id) ${fullName} as name from unit_successors s
                join unit_versions v on v.unit_id = s.from_unit_id
               where s.to_unit_id = n.id order by s.from_unit_id, lower(v.validity) desc) m) made on true
         where coalesce(stood.name, made.names) is not null`,
    );
    return new Map(rows.map(({ id, former }) => [id, former]));
  }
}
