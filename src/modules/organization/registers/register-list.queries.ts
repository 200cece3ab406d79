/** Registers of a unit in pages, and summed over all of it. */
import { Injectable } from '@nestjs/common';
import { searchPattern } from '#i18n/spoken';
import { Database, empty, type Sql, sql } from '#platform/database';
import { fullName } from '../units/unit.queries.ts';
import type { OcopRow } from './ocop.queries.ts';
import type { Unit, UnitVersion } from '../units/unit.entity.ts';

export interface RegisterSums {
  households: number | null;
  population: number | null;
  products: number;
  listed: number;
}

export interface RegisterRowData extends Pick<Unit, 'id' | 'kind'>, Pick<UnitVersion, 'name'>, RegisterSums {
  fullName: string;
  asOf: string | null;
  total: number;
}

export interface UndividedRow extends Pick<Unit, 'id' | 'kind'>, Pick<UnitVersion, 'name'> {
  fullName: string;
  households: number | null;
  population: number | null;
}
const UNDIVIDED_NAMED = 20;

export interface Registers {
  unitId: string;
  at: string;
  by: 'hamlet' | 'commune';
  q: string;
  after: readonly [name: string, id: string] | null;
  limit: number;
}

export interface Products {
  unitId: string;
  at: string;
  q: string;
  filter: 'missing' | 'listed' | null;
  after: readonly [isListed: boolean, name: string, id: string] | null;
  limit: number;
}

/** Of the hamlets below `unit`: the newest day of a figure, households, population, products. */
const figures = (unit: Sql, at: string): Sql => sql`
  select sum(r.households)::int as households, sum(r.population)::int as population, max(r.since) as "asOf",
         coalesce(sum(p.products), 0)::int as products, coalesce(sum(p.listed), 0)::int as listed
    from unit_closure_at(${at}::date) h
   cross join lateral (select 1 from units u where u.id = h.descendant_id and u.validity @> ${at}::date offset 0) lives
   cross join lateral (
         select max(f.value) filter (where f.metric = 'households') as households,
                max(f.value) filter (where f.metric = 'population') as population, max(lower(f.validity))::text as since
           from registers f where f.unit_id = h.descendant_id and f.validity @> ${at}::date) r
   cross join lateral (
         select count(*) as products, count(*) filter (where o.listed_on <= ${at}::date) as listed
           from ocop_products o where o.unit_id = h.descendant_id and o.validity @> ${at}::date) p
   where h.ancestor_id = ${unit} and h.descendant_kind = 'hamlet'`;

@Injectable()
export class RegisterListQueries {
  constructor(private readonly database: Database) {}

  /** One row more than the page holds. */
  registers({ unitId, at, by, q, after, limit }: Registers): Promise<RegisterRowData[]> {
    const from = after
      ? sql`where (n.full_name collate "vi-natural", n.id) > (${after[0]}::text, ${after[1]}::uuid)`
      : empty;
    return this.database.rows(
      sql`with named as materialized (
         select u.id, u.kind, u.name, u.full_name from unit_closure_at(${at}::date) c
          cross join lateral (select x.id, x.kind, x.name, x.full_name from units_at(${at}::date) x
            where x.id = c.descendant_id offset 0) u
          where c.ancestor_id = ${unitId} and c.descendant_kind = ${by}
            and (${q} = '' or fold(u.full_name) ~ ${searchPattern(q)})),
       shown as materialized (
         select n.* from named n ${from} order by n.full_name collate "vi-natural", n.id limit ${limit + 1})
       select s.id, s.kind, s.name, s.full_name as "fullName", f.*, (select count(*)::int from named) as total
         from shown s cross join lateral (${figures(sql`s.id`, at)}) f
        order by s.full_name collate "vi-natural", s.id`,
    );
  }

  async registerSums(unitId: string, at: string): Promise<RegisterSums & { asOf: string | null }> {
    const sums = await this.database.one<RegisterSums & { asOf: string | null }>(figures(sql`${unitId}::uuid`, at));
    return sums ?? { households: null, population: null, products: 0, listed: 0, asOf: null };
  }

  /**
   * Hamlets that were divided into parts below the unit, with what they last had, as long as one of the parts has no figure of
   * its own since then. The first ones by name.
   */
  undivided(unitId: string, at: string): Promise<UndividedRow[]> {
    return this.database.rows(
      sql`with gone as materialized (
          select g.id, upper(g.validity) as ended from (
            select distinct s.from_unit_id as id from unit_closure_at(${at}::date) c
              join unit_successors s on s.to_unit_id = c.descendant_id
             where c.ancestor_id = ${unitId} and c.descendant_kind = 'hamlet') f
            join units g on g.id = f.id and g.kind = 'hamlet' and upper(g.validity) <= ${at}::date
           where (select count(*) from unit_successors s where s.from_unit_id = g.id) > 1)
        select g.id, 'hamlet' as kind, v.name, ${fullName} as "fullName", r.households, r.population
          from gone g cross join lateral (
            select * from unit_versions w where w.unit_id = g.id order by lower(w.validity) desc limit 1) v
         cross join lateral (
            select max(f.value) filter (where f.metric = 'households') as households,
                   max(f.value) filter (where f.metric = 'population') as population
              from registers f where f.unit_id = g.id and f.validity @> g.ended - 1) r
         where (r.households is not null or r.population is not null) and exists (
           select 1 from unit_successors s where s.from_unit_id = g.id and not exists (
             select 1 from registers f where f.unit_id = s.to_unit_id and lower(f.validity) >= g.ended
               and lower(f.validity) <= ${at}::date))
         order by v.name collate "vi-natural", g.id limit ${UNDIVIDED_NAMED}`,
    );
  }

  /** Those on no marketplace first. One row more than the page holds. */
  products({ unitId, at, q, filter, after, limit }: Products): Promise<(OcopRow & { total: number })[]> {
    const from = after
      ? sql`where (o.is_listed, o.name collate "vi-natural", o.id) > (${after[0]}::boolean, ${after[1]}::text, ${after[2]}::uuid)`
      : empty;
    return this.database.rows(
      sql`with matching as materialized (
         select p.*, coalesce(p.listed_on <= ${at}::date, false) as is_listed from unit_closure_at(${at}::date) c
          cross join lateral (select x.* from ocop_products x
            where x.unit_id = c.descendant_id and x.validity @> ${at}::date offset 0) p
          where c.ancestor_id = ${unitId}
            and (${filter}::text is null or coalesce(p.listed_on <= ${at}::date, false) = (${filter} = 'listed'))
            and (${q} = '' or fold(p.name || ' ' || p.owner) ~ ${searchPattern(q)}))
       select o.id, o.unit_id as "unitId", o.name, o.owner, o.stars, o.certificate,
              case when o.is_listed then o.listed_on end as "listedOn", o.marketplace, o.link, (select count(*)::int from matching) as total
         from matching o ${from} order by o.is_listed, o.name collate "vi-natural", o.id limit ${limit + 1}`,
    );
  }
}
