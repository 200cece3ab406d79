import { Injectable } from '@nestjs/common';
import { execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import type { ReformPlan } from '../lines/reform-plan.ts';

interface Known {
  unitId: string;
  metric: string;
  value: number;
  day: string;
}

/** What units themselves hold here goes over with them: figures that add up, products, contact cards, who serves them. */
@Injectable()
export class CarryOver {
  async execute(tx: Tx, plan: ReformPlan, onDate: string): Promise<void> {
    await this.addUp(tx, plan, onDate);
    await this.products(tx, plan, onDate);
    await this.offices(tx, plan, onDate);
    await this.coverage(tx, plan, onDate);
    await this.halves(tx, plan, onDate);
  }

  /** What is known of a hamlet is its halves' as far as somebody has said; products stand in the one with more households. */
  private async halves(tx: Tx, { halves }: ReformPlan, onDate: string): Promise<void> {
    const hamletIds = [...new Set(halves.map(({ hamletId }) => hamletId))];
    const h = sql`unnest(${halves.map(({ id }) => id)}::uuid[], ${halves.map(({ hamletId }) => hamletId)}::uuid[],
      ${halves.map(({ households }) => households)}::int[]) as h(id, hamlet_id, households)`;
    await execute(
      tx,
      sql`update ocop_products o set unit_id = n.id
        from (select distinct on (hamlet_id) hamlet_id, id from ${h} order by hamlet_id, households desc, id) n
        where o.unit_id = n.hamlet_id and (upper(o.validity) is null or upper(o.validity) > ${onDate}::date)`,
    );
    await this.cut(tx, sql`registers`, hamletIds, onDate);
    await this.cut(tx, sql`provider_coverage`, hamletIds, onDate);
    const known = new Set(halves.filter(({ share }) => share !== null).map(({ hamletId }) => hamletId));
    await this.fill(
      tx,
      halves.flatMap(({ id, hamletId, households }) =>
        known.has(hamletId) ? [{ unitId: id, metric: 'households', value: households, day: onDate }] : [],
      ),
    );
  }

  /** A figure that is known of all parts is known of their sum; of a divided unit nothing is guessed. */
  private async addUp(tx: Tx, { sums, ends, grown }: ReformPlan, onDate: string): Promise<void> {
    const parts = sums.flatMap(({ unitId, partIds }) =>
      partIds.map((partId) => ({ unitId, partId, of: partIds.length })),
    );
    const known = await rowsOf<Known>(
      tx,
      sql`with part as materialized (select * from unnest(${parts.map(({ unitId }) => unitId)}::uuid[],
            ${parts.map(({ partId }) => partId)}::uuid[], ${parts.map((one) => one.of)}::int[]) as p(unit_id, part_id, n)),
        old as materialized (select p.unit_id, p.n, r.metric, r.value, r.validity from part p join registers r on r.unit_id = p.part_id)
        select d.unit_id as "unitId", d.metric, d.day::text as day, sum(o.value)::int as value
          from (select unit_id, metric, greatest(lower(validity), ${onDate}::date) as day from old group by 1, 2, 3) d
          join old o on o.unit_id = d.unit_id and o.metric = d.metric and o.validity @> d.day
         group by d.unit_id, d.metric, d.day, o.n having count(*) = o.n order by d.unit_id, d.day, d.metric`,
    );
    await this.cut(tx, sql`registers`, [...ends, ...grown], onDate);
    await this.fill(tx, known);
  }

  /** Nothing holds of these units from the day on: each figure does until the next one. */
  private async fill(tx: Tx, known: readonly Known[]): Promise<void> {
    await execute(
      tx,
      sql`insert into registers (id, unit_id, metric, value, validity)
        select gen_random_uuid(), n.unit_id, n.metric, n.value,
            daterange(n.day, lead(n.day) over (partition by n.unit_id, n.metric order by n.day))
          from unnest(${known.map(({ unitId }) => unitId)}::uuid[], ${known.map(({ metric }) => metric)}::text[],
            ${known.map(({ value }) => value)}::int[], ${known.map(({ day }) => day)}::date[]) as n(unit_id, metric, value, day)`,
    );
  }

  private async products(tx: Tx, { heirs }: ReformPlan, onDate: string): Promise<void> {
    await execute(
      tx,
      sql`update ocop_products o set unit_id = n.to_id
        from (select distinct on (from_id) from_id, to_id from unnest(${heirs.map(({ fromId }) => fromId)}::uuid[],
            ${heirs.map(({ toId }) => toId)}::uuid[], ${heirs.map(({ share }) => share)}::numeric[]) as h(from_id, to_id, share)
            order by from_id, share desc nulls last, to_id) n
        where o.unit_id = n.from_id and (upper(o.validity) is null or upper(o.validity) > ${onDate}::date)`,
    );
  }

  /** The heir's card has the number and people of the old one, under its own name. */
  private async offices(tx: Tx, { offices, ends }: ReformPlan, onDate: string): Promise<void> {
    await execute(
      tx,
      sql`insert into offices (id, unit_id, name, phone, is_office, looks_personal, email, holder, validity)
        select distinct on (n.to_id) gen_random_uuid(), n.to_id, n.name, o.phone, o.is_office, o.looks_personal, o.email, o.holder,
            daterange(${onDate}::date, null)
          from unnest(${offices.map(({ fromId }) => fromId)}::uuid[], ${offices.map(({ toId }) => toId)}::uuid[],
            ${offices.map(({ name }) => name)}::text[]) as n(from_id, to_id, name)
          join offices o on o.unit_id = n.from_id and o.validity @> (${onDate}::date - 1)
         where not exists (select 1 from offices h where h.unit_id = n.to_id and h.validity @> ${onDate}::date)
         order by n.to_id, lower(o.validity) desc`,
    );
    await this.cut(tx, sql`offices`, ends, onDate);
  }

  /** Who served all parts of a unit serves it; else the hamlets that came from where they did. Who serves what stands above does. */
  private async coverage(tx: Tx, { sums, ends, ...plan }: ReformPlan, onDate: string): Promise<void> {
    const moves = [
      ...plan.moves.map(({ id }) => ({ id, wasId: id })),
      ...plan.halves.map(({ id, hamletId }) => ({ id, wasId: hamletId })),
    ];
    const parts = sums.flatMap(({ unitId, partIds }) =>
      partIds.map((partId) => ({ unitId, partId, of: partIds.length })),
    );
    const on = (
      day: Sql,
      more: Sql,
    ): Sql => sql`(select distinct v.provider_id, c.descendant_id as unit_id from provider_coverage v
      join unit_closure_at(${day}) c on c.ancestor_id = v.unit_id where v.validity @> ${onDate}::date and ${more})`;
    const served = on(sql`(${onDate}::date - 1)`, sql`true`);
    const serves = on(sql`${onDate}::date`, sql`not v.unit_id = any(${ends}::uuid[])`);
    await execute(
      tx,
      sql`with served as materialized ${served}, serves as materialized ${serves}
        insert into provider_coverage (provider_id, unit_id, validity)
        select s.provider_id, p.unit_id, daterange(${onDate}::date, null)
          from unnest(${parts.map(({ unitId }) => unitId)}::uuid[], ${parts.map(({ partId }) => partId)}::uuid[],
            ${parts.map((one) => one.of)}::int[]) as p(unit_id, part_id, n) join served s on s.unit_id = p.part_id
         where not exists (select 1 from serves h where h.provider_id = s.provider_id and h.unit_id = p.unit_id)
         group by s.provider_id, p.unit_id, p.n having count(distinct p.part_id) = p.n on conflict do nothing`,
    );
    await execute(
      tx,
      sql`with served as materialized ${served}, serves as materialized ${serves}
        insert into provider_coverage (provider_id, unit_id, validity)
        select distinct s.provider_id, m.unit_id, daterange(${onDate}::date, null)
          from unnest(${moves.map(({ id }) => id)}::uuid[], ${moves.map(({ wasId }) => wasId)}::uuid[]) as m(unit_id, was_id)
            join served s on s.unit_id = m.was_id
         where not exists (select 1 from serves h where h.provider_id = s.provider_id and h.unit_id = m.unit_id)
        on conflict do nothing`,
    );
    await this.cut(tx, sql`provider_coverage`, ends, onDate);
  }

  private async cut(tx: Tx, table: Sql, unitIds: readonly string[], onDate: string): Promise<void> {
    await execute(
      tx,
      sql`delete from ${table} where unit_id = any(${unitIds}::uuid[]) and lower(validity) >= ${onDate}::date`,
    );
    await execute(
      tx,
      sql`update ${table} set validity = daterange(lower(validity), ${onDate}::date)
        where unit_id = any(${unitIds}::uuid[]) and validity @> ${onDate}::date`,
    );
  }
}
