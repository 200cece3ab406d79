import { Injectable } from '@nestjs/common';
import type { MultiPolygon } from 'geojson';
import type { UnitKind } from '#contracts/enums';
import { Database, type Sql, sql } from '#platform/database';
import { fullName } from '../units/unit.queries.ts';
import type { NamedUnit } from './match-shapes.ts';
import type { UnitMap } from './unit-map.entity.ts';

/** What a unit is drawn by. A country is looked at province by province. */
export const partKindOf = (kind: UnitKind): 'hamlet' | 'commune' => (kind === 'commune' ? 'hamlet' : 'commune');

/** Ids `p (id)` of the unit's parts that exist on the day. */
const parts = (unitId: string, kind: UnitKind, at: string): Sql => sql`(
  select u.id from unit_closure_at(${at}::date) c join units u on u.id = c.descendant_id and u.validity @> ${at}::date
   where c.ancestor_id = ${unitId} and c.descendant_kind = ${partKindOf(kind)})`;

export interface DrawnMap extends Pick<UnitMap, 'id' | 'unitId' | 'uploadedBy' | 'uploadedAt'> {
  from: string;
  to: string | null;
  units: number;
}

@Injectable()
export class ShapeQueries {
  constructor(private readonly database: Database) {}

  /** The unit's parts by code, as a file can name them. */
  parts(unitId: string, kind: UnitKind, at: string): Promise<NamedUnit[]> {
    return this.database.rows(
      sql`select p.id, ${partKindOf(kind)} as kind, v.name, ${fullName} as "fullName", v.code
         from ${parts(unitId, kind, at)} p join unit_versions v on v.unit_id = p.id and v.validity @> ${at}::date
        order by v.code, v.name collate "vi-natural", p.id`,
    );
  }

  /** Which outlines make the unit's map; the same ids are the same map. */
  async idsOf(unitId: string, kind: UnitKind, at: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select s.id from ${parts(unitId, kind, at)} p
          join unit_shapes s on s.unit_id = p.id and s.validity @> ${at}::date order by s.id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Maps of the unit or of one above it that draw something below the unit, the newest day first. */
  mapsOf(unitId: string): Promise<DrawnMap[]> {
    return this.database.rows(
      sql`select m.id, m.unit_id as "unitId", m.from_on::text as from, m.uploaded_by as "uploadedBy", m.uploaded_at as "uploadedAt",
              count(distinct s.unit_id)::int as units,
              case when bool_or(upper_inf(s.validity)) then null else max(upper(s.validity))::text end as to
         from (select distinct ancestor_id as id from unit_closure_spans where descendant_id = ${unitId}) above
         join unit_maps m on m.unit_id = above.id and m.removed_at is null
         join unit_shapes s on s.map_id = m.id and exists (
           select 1 from unit_closure_spans c where c.ancestor_id = ${unitId} and c.descendant_id = s.unit_id and c.depth > 0)
        group by m.id order by m.from_on desc, m.uploaded_at desc nulls last, m.id`,
    );
  }

  byId(ids: readonly string[]): Promise<{ unitId: string; geometry: MultiPolygon }[]> {
    return this.database.rows(
      sql`select unit_id as "unitId", geometry from unit_shapes where id = any(${ids}::uuid[]) order by id`,
    );
  }

  /** Whether any of the units has an outline on the day; asked one by one, since the index knows no list. */
  async isDrawn(unitIds: readonly string[], at: string): Promise<boolean> {
    const row = await this.database.one<{ found: boolean }>(
      sql`select exists (
          select 1 from unnest(${unitIds}::uuid[]) as u(id)
           cross join lateral (
             select 1 from unit_shapes s where s.unit_id = u.id and s.validity @> ${at}::date limit 1) drawn) as found`,
    );
    return row?.found ?? false;
  }
}
