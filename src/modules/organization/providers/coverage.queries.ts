/** Who covers what: a row of coverage on a unit holds for all below it. Counted by commune; hamlets are named where asked for. */
import { Injectable } from '@nestjs/common';
import { Database, empty, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import type { UnitRef } from '../units/unit.presenter.ts';
import type { Provider } from './provider.entity.ts';

export interface CommuneRow extends UnitRef {
  hamlets: number;
}
export interface CoveredRow {
  communeId: string;
  providerId: string;
  covered: number;
}
export interface HamletRow extends UnitRef {
  communeId: string;
}

/** Hamlets `h (id, commune_id)` of the unit, none twice. */
const hamletsBelow = (unitId: string): Sql => sql`hamlets as materialized (
  select c.descendant_id as id, k.ancestor_id as commune_id from unit_closure c
   cross join lateral (select x.ancestor_id from unit_closure x where x.descendant_id = c.descendant_id
     and x.ancestor_kind = 'commune' offset 0) k
   where c.ancestor_id = ${unitId} and c.descendant_kind = 'hamlet')`;

@Injectable()
export class CoverageQueries {
  constructor(private readonly database: Database) {}

  /** Those that cover the unit or a part of it, did or will, by kind and name: one that covers nothing today can be given some. */
  providers(unitId: string, onlyIds: readonly string[] | null): Promise<Provider[]> {
    return this.database.rows(
      sql`with places as materialized (
         select c.ancestor_id as id from unit_closure c where c.descendant_id = ${unitId}
         union select c.descendant_id from unit_closure c where c.ancestor_id = ${unitId}),
       covering as materialized (
         select distinct v.provider_id as id from places x
          cross join lateral (select n.provider_id from provider_coverage n where n.unit_id = x.id offset 0) v)
       select p.id, p.name, p.kind, p.contact from covering v join providers p on p.id = v.id
        where ${onlyIds}::uuid[] is null or p.id = any(${onlyIds}::uuid[])
        order by array_position(array['telecom', 'post', 'viettel_post', 'union'], p.kind), p.name collate "vi-natural", p.id`,
    );
  }

  /** Communes of the unit, and itself where it is one. */
  communes(unitId: string, at: string): Promise<CommuneRow[]> {
    return this.database.rows(
      sql`with ${hamletsBelow(unitId)},
       counted as (select commune_id, count(*)::int as n from hamlets group by 1)
       select u.id, u.kind, u.name, u.full_name as "fullName", coalesce(k.n, 0) as hamlets
         from unit_closure c
        cross join lateral (select n.id, n.kind, n.name, n.full_name from units_at(${at}::date) n
          where n.id = c.descendant_id offset 0) u
         left join counted k on k.commune_id = u.id
        where c.ancestor_id = ${unitId} and c.descendant_kind = 'commune'`,
    );
  }

  /** How many hamlets of each commune each provider covers; one that covers none is absent. */
  covered(unitId: string, at: string): Promise<CoveredRow[]> {
    return this.database.rows(
      sql`with ${hamletsBelow(unitId)},
       communes as materialized (select commune_id as id, count(*)::int as n from hamlets group by 1),
       whole as materialized (
         select distinct c.id as commune_id, v.provider_id, c.n from communes c
          cross join lateral (select n.provider_id from unit_closure x join provider_coverage n on n.unit_id = x.ancestor_id
            where x.descendant_id = c.id and n.validity @> ${at}::date offset 0) v)
       select commune_id as "communeId", provider_id as "providerId", n as covered from whole
       union all
       select h.commune_id, v.provider_id, count(*)::int from hamlets h
        cross join lateral (select n.provider_id from provider_coverage n where n.unit_id = h.id
          and n.validity @> ${at}::date offset 0) v
        where not exists (select 1 from whole w where w.commune_id = h.commune_id and w.provider_id = v.provider_id)
        group by 1, 2`,
    );
  }

  /** Hamlets that no telecom company covers, by commune and name. */
  withoutTelecom(unitId: string, at: string): Promise<HamletRow[]> {
    return this.named(
      unitId,
      at,
      sql`where not exists (
        select 1 from unit_closure x join provider_coverage v on v.unit_id = x.ancestor_id and v.validity @> ${at}::date
          join providers p on p.id = v.provider_id and p.kind = 'telecom' where x.descendant_id = h.id offset 0)`,
    );
  }

  hamlets(unitId: string, at: string): Promise<HamletRow[]> {
    return this.named(unitId, at, empty);
  }

  private named(unitId: string, at: string, condition: Sql): Promise<HamletRow[]> {
    return this.database.rows(
      sql`with ${hamletsBelow(unitId)},
       wanted as materialized (select h.* from hamlets h ${condition})
       select u.id, u.kind, u.name, u.full_name as "fullName", w.commune_id as "communeId" from wanted w
        cross join lateral (select n.id, n.kind, n.name, n.full_name from units_at(${at}::date) n where n.id = w.id offset 0) u`,
    );
  }

  /** Who covers each of these hamlets. */
  coverersOf(hamletIds: readonly string[], at: string): Promise<{ hamletId: string; providerId: string }[]> {
    return this.database.rows(
      sql`select distinct h.id as "hamletId", v.provider_id as "providerId" from unnest(${hamletIds}::uuid[]) as h(id)
        cross join lateral (select n.provider_id from unit_closure x join provider_coverage n on n.unit_id = x.ancestor_id
          where x.descendant_id = h.id and n.validity @> ${at}::date offset 0) v`,
    );
  }

  /** The first day on which the provider's coverage of the commune, as it is today, held. */
  async since(providerId: string, communeId: string, at: string): Promise<string | null> {
    const row = await this.database.one<{ since: string | null }>(
      sql`with places as materialized (
         select c.ancestor_id as id from unit_closure c where c.descendant_id = ${communeId}
         union select c.descendant_id from unit_closure c where c.ancestor_id = ${communeId})
       select max(lower(v.validity))::text as since from places x
        cross join lateral (select n.validity from provider_coverage n where n.unit_id = x.id and n.provider_id = ${providerId}
          and n.validity @> ${at}::date offset 0) v`,
    );
    return row?.since ?? null;
  }

  /** Ids of the commune's hamlets, with whether the provider covers each; within the caller's transaction. */
  heldBy(tx: Tx, providerId: string, communeId: string, at: string): Promise<{ id: string; covered: boolean }[]> {
    return rowsOf(
      tx,
      sql`select c.descendant_id as id, exists (
              select 1 from unit_closure x join provider_coverage v on v.unit_id = x.ancestor_id
               where x.descendant_id = c.descendant_id and v.provider_id = ${providerId} and v.validity @> ${at}::date) as covered
         from unit_closure c where c.ancestor_id = ${communeId} and c.descendant_kind = 'hamlet' order by c.descendant_id`,
    );
  }
}
