import { Injectable } from '@nestjs/common';
import { openReportStates } from '#contracts/reporting/report-states';
import { organizationSql } from '#modules/organization';
import { Clock } from '#platform/clock';
import { execute, type Sql, sql, type Tx } from '#platform/database';

/** Whether another one of its kind is in the place of a unit. @param unit an alias with id and kind */
export const isReplaced = (unit: Sql): Sql => sql`exists (
  select 1 from ${organizationSql.unitSuccessors} s join ${organizationSql.units} h on h.id = s.to_unit_id and h.kind = ${unit}.kind
   where s.from_unit_id = ${unit}.id)`;

/** Who receives where an office has ended. */
@Injectable()
export class FollowOffices {
  constructor(private readonly clock: Clock) {}

  /**
   * What is open or undecided goes to the nearest office that stands above the unit or its heirs, as does what is open of a
   * unit that was moved below another office. An office that ended without one in its place has none that sums up for it: all
   * that it ever received is the next one's, which adds up the units themselves, and what it sent stands on no board any more.
   */
  async follow(tx: Tx): Promise<void> {
    await this.receivers(tx);
    await this.sums(tx);
  }

  private async receivers(tx: Tx): Promise<void> {
    const today = sql`${this.clock.today()}::date`;
    await execute(
      tx,
      sql`with recursive gone as materialized (
            select g.id, ${isReplaced(sql`g`)} as is_replaced from ${organizationSql.units} g
             where g.kind in ('district', 'province') and upper(g.validity) <= ${today}),
          wrong as materialized (
            select r.unit_id, r.receiver_id, not g.is_replaced as is_all from reports r join gone g on g.id = r.receiver_id
            union
            select r.unit_id, r.receiver_id, false from reports r
             where r.state = any(${[...openReportStates]}) and r.kind = 'monthly' and r.receiver_id not in (select id from gone)
               and not exists (select 1 from unit_closure c where c.ancestor_id = r.receiver_id and c.descendant_id = r.unit_id)),
          line as (
            select distinct unit_id, unit_id as id from wrong
            union
            select l.unit_id, s.to_unit_id from line l
              join ${organizationSql.units} u on u.id = l.id and upper(u.validity) <= ${today}
              join ${organizationSql.unitSuccessors} s on s.from_unit_id = l.id),
          nearest as (
            select distinct on (l.unit_id) l.unit_id, a.id from line l
              join ${organizationSql.units} u on u.id = l.id
              join unit_closure c on c.descendant_id = l.id and c.depth > 0 and c.ancestor_kind in ('district', 'province')
              join ${organizationSql.units} a on a.id = c.ancestor_id and a.validity @> ${today}
             order by l.unit_id, u.validity @> ${today} desc, c.depth, l.id)
        update reports r set receiver_id = n.id from wrong w join nearest n on n.unit_id = w.unit_id
         where r.unit_id = w.unit_id and r.receiver_id = w.receiver_id and r.receiver_id <> n.id
           and (w.is_all or r.state in ('draft', 'returned', 'submitted'))`,
    );
  }

  private async sums(tx: Tx): Promise<void> {
    await execute(
      tx,
      sql`update reports r set receiver_id = null from ${organizationSql.units} g
        where g.id = r.unit_id and g.kind in ('district', 'province') and upper(g.validity) <= ${this.clock.today()}::date
          and r.receiver_id is not null and r.version > 0
          and not exists (select 1 from reports below where below.receiver_id = g.id)
          and not ${isReplaced(sql`g`)}`,
    );
  }
}
