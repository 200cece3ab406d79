/** Reads of where units came from and went to, and of the days on which the tree changes. */
import { Injectable } from '@nestjs/common';
import type { UnitKind } from '#contracts/enums';
import { searchPattern } from '#i18n/spoken';
import { Database, sql } from '#platform/database';
import { fullName, type UnitRow } from '../unit.queries.ts';
import type { UnitRef } from '../unit.presenter.ts';

type Heir = Pick<UnitRow, 'id' | 'kind' | 'name' | 'fullName' | 'code'> & { on: string; basis: string | null };

@Injectable()
export class LineageQueries {
  constructor(private readonly database: Database) {}

  /** How many units stand directly below each; none has no row. */
  parts(ids: readonly string[], at: string): Promise<{ unitId: string; parts: number }[]> {
    return this.database.rows(
      sql`select parent_id as "unitId", count(*)::int as parts from unit_versions
        where parent_id = any(${ids}) and validity @> ${at}::date group by parent_id`,
    );
  }

  /** The last other place of each before the one that it has at the date. */
  formerParents(ids: readonly string[], at: string): Promise<{ unitId: string; parentId: string }[]> {
    return this.database.rows(
      sql`select distinct on (n.unit_id) n.unit_id as "unitId", o.parent_id as "parentId"
         from unit_versions n join unit_versions o
           on o.unit_id = n.unit_id and o.parent_id <> n.parent_id and upper(o.validity) <= lower(n.validity)
        where n.unit_id = any(${ids}) and n.validity @> ${at}::date
        order by n.unit_id, lower(o.validity) desc`,
    );
  }

  /** The newest name of another time that holds what was looked for, of those whose name at the date does not. */
  namesFound(ids: readonly string[], q: string, at: string): Promise<{ unitId: string; name: string }[]> {
    return this.database.rows(
      sql`select distinct on (v.unit_id) v.unit_id as "unitId", ${fullName} as name
         from unit_versions v
         join unit_versions n on n.unit_id = v.unit_id and n.validity @> ${at}::date
        where v.unit_id = any(${ids}) and not v.validity @> ${at}::date
          and fold(v.type || ' ' || v.name) ~ ${searchPattern(q)}
          and not fold(n.type || ' ' || n.name) ~ ${searchPattern(q)} and n.code is distinct from ${q}
        order by v.unit_id, lower(v.validity) desc`,
    );
  }

  /** What units were called on certain days. */
  async namedOn(asked: readonly { unitId: string; on: string }[]): Promise<{ id: string; on: string; ref: UnitRef }[]> {
    const rows = await this.database.rows<UnitRef & { on: string }>(
      sql`select a.on::text as on, u.id, u.kind, v.name, ${fullName} as "fullName"
         from unnest(${asked.map(({ unitId }) => unitId)}::uuid[], ${asked.map(({ on }) => on)}::date[]) as a(id, "on")
         join units u on u.id = a.id
         join lateral (select * from unit_versions w where w.unit_id = u.id
           order by w.validity @> a.on desc, lower(w.validity) desc limit 1) v on true`,
    );
    return rows.map(({ on, id, kind, name, fullName }) => ({ id, on, ref: { id, kind, name, fullName } }));
  }

  /** Where the unit went; each as it is called on that day. */
  successors(unitId: string): Promise<Heir[]> {
    return this.database.rows(
      sql`select u.id, u.kind, v.name, ${fullName} as "fullName", v.code, s.on_date::text as on, s.basis
         from unit_successors s join units u on u.id = s.to_unit_id
         join lateral (select * from unit_versions w where w.unit_id = u.id
           order by w.validity @> s.on_date desc, lower(w.validity) desc limit 1) v on true
        where s.from_unit_id = ${unitId} order by s.on_date, v.name collate "vi-natural"`,
    );
  }

  /** What went into the unit; each as it was last called. */
  predecessors(unitId: string): Promise<Heir[]> {
    return this.database.rows(
      sql`select u.id, u.kind, v.name, ${fullName} as "fullName", v.code, s.on_date::text as on, s.basis
         from unit_successors s join units u on u.id = s.from_unit_id
         join lateral (select * from unit_versions w where w.unit_id = u.id order by lower(w.validity) desc limit 1) v on true
        where s.to_unit_id = ${unitId} order by s.on_date, v.name collate "vi-natural"`,
    );
  }

  types(unitId: string, at: string): Promise<{ kind: UnitKind; type: string; count: number }[]> {
    return this.database.rows(
      sql`select c.descendant_kind as kind, v.type, count(*)::int as count
         from unit_closure_at(${at}::date) c join unit_versions v on v.unit_id = c.descendant_id and v.validity @> ${at}::date
        where c.ancestor_id = ${unitId} and c.depth > 0 and (c.ancestor_kind <> 'country' or c.descendant_kind <> 'hamlet')
        group by 1, 2 order by array_position(array['province','district','commune','hamlet'], c.descendant_kind), 3 desc, 2`,
    );
  }

  async communesWithoutHamlets(unitId: string, at: string): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      sql`select count(*)::int as count
         from unit_closure_at(${at}::date) c join unit_versions v on v.unit_id = c.descendant_id and v.validity @> ${at}::date
        where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'
          and not exists (select 1 from unit_versions h where h.parent_id = c.descendant_id and h.validity @> ${at}::date)`,
    );
    return row?.count ?? 0;
  }

  /** Days on which units below began, changed or ended; the tree's first day, before which there is nothing, is none. */
  changeDays(unitId: string, limit: number): Promise<{ day: string; units: number }[]> {
    return this.database.rows(
      sql`with below as materialized (select distinct descendant_id as id from unit_closure_spans
           where ancestor_id = ${unitId} and depth > 0 and (ancestor_kind <> 'country' or descendant_kind <> 'hamlet')),
         days as (select v.unit_id, d.day from below join unit_versions v on v.unit_id = below.id
           cross join lateral (values (lower(v.validity)), (upper(v.validity))) as d(day) where d.day is not null)
        select day::text as day, count(distinct unit_id)::int as units from days
         where day > (select min(day) from days) group by days.day order by days.day desc limit ${limit}`,
    );
  }
}
