import { organizationSql } from '#modules/organization';
import { type Sql, sql } from '#platform/database';

/**
 * In which month a confirmed line counts, as SQL for every statement that asks: the month that its report_facts row names;
 * without one the month of its day, or, where that month's report has been sent, the first month that is still open (a late
 * fact). A commune that a reform made counts what is older than the first month that it owes in that. Wants a CTE `asked (commune_id)` before.
 */
export const sentMonths = sql`
  sent as (
    select r.unit_id, r.month, r.starts_on, r.ends_on from reports r join asked a on a.commune_id = r.unit_id
     where r.kind = 'monthly' and r.state in ('submitted', 'accepted')),
  open_from as (select unit_id, (max(month) + interval '1 month')::date as month from sent group by 1)`;

/** Windows in which lines count: the year's first day, the last day of this period, the day of a month on which they start. */
export interface CountedWindow {
  yearFrom: string;
  until: string;
  startDay: number;
}

/** Late facts may be as old as a quarter before the year. */
const OLDEST_DAYS = 92;

/**
 * Confirmed lines of the asked communes with `month` and `is_late`.
 * @param columns of `l`, a row of counted_lines
 */
export const countedIn = (columns: Sql, { yearFrom, until, startDay }: CountedWindow): Sql => {
  const oldest = sql`${yearFrom}::date - ${OLDEST_DAYS}::int`;
  return sql`
    select ${columns},
           coalesce(l.fact_month, greatest(a.first_month,
             case when s.unit_id is not null then o.month else report_month(l.happened_on, ${startDay}) end)) as month,
           coalesce(l.fact_is_late, s.unit_id is not null or report_month(l.happened_on, ${startDay}) < a.first_month) as is_late
      from (select q.commune_id, greatest(report_month(lower(u.validity), ${startDay}), h.first_month) as first_month
              from asked q join ${organizationSql.units} u on u.id = q.commune_id
              left join lateral (
                -- Entered late, it owes nothing before the month that was running then.
                select min(r.month) as first_month from reports r where r.unit_id = q.commune_id and r.kind = 'monthly'
                   and exists (select 1 from ${organizationSql.unitSuccessors} s where s.to_unit_id = q.commune_id)) h on true) a
      -- Commune by commune, lines and facts: joined as a whole, a province would read those of the whole country. A full join
      -- has no plan that compares each with each, whatever is known of the tables; line by line, a fact costs a look-up.
     cross join lateral (
        select n.*, f.month as fact_month, f.is_late as fact_is_late
          from (select *, true as is_line from counted_lines
                 where commune_id = a.commune_id and happened_on between ${oldest} and ${until}::date
                   and confirmed_value is not null offset 0) n
          full join (
               -- A line counts in the month of its day or later.
               select f.entry_id, f.position, f.month, f.is_late from reports r join report_facts f on f.report_id = r.id
                where r.unit_id = a.commune_id and r.kind = 'monthly' and r.month >= date_trunc('month', ${oldest}) - interval '1 month' offset 0) f
            on f.entry_id = n.entry_id and f.position = n.position
         where coalesce(n.is_line, false) offset 0) l
      -- A line with a fact, as most have, has no key here: it is compared with no report.
      left join sent s on s.unit_id = case when l.fact_month is null then l.commune_id end
                      and l.happened_on between s.starts_on and s.ends_on
      left join open_from o on o.unit_id = l.commune_id`;
};
