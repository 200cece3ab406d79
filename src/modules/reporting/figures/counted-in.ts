import { type Sql, sql } from '#platform/database';

/**
 * In which month a confirmed line counts, as SQL for every statement that asks: the month that its report_facts row names;
 * without one the month of its day, or, where that month's report has been sent, the first month that is still open (a late
 * fact). Wants a CTE `asked (commune_id)` before.
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
export const countedIn = (columns: Sql, { yearFrom, until, startDay }: CountedWindow): Sql => sql`
    select ${columns},
           coalesce(f.month, case when s.unit_id is not null then o.month else report_month(l.happened_on, ${startDay}) end)
             as month,
           coalesce(f.is_late, s.unit_id is not null) as is_late
      from asked a
      -- Commune by commune: joined as a whole, a province would read the lines of the whole country.
     cross join lateral (
        select * from counted_lines n where n.commune_id = a.commune_id
           and n.happened_on between ${yearFrom}::date - ${OLDEST_DAYS}::int and ${until}::date offset 0) l
      -- Looked up line by line: joined as a table, a province would read the facts of the whole country.
      left join lateral (
        select f.month, f.is_late from report_facts f where f.entry_id = l.entry_id and f.position = l.position offset 0) f on true
      left join sent s on s.unit_id = l.commune_id and l.happened_on between s.starts_on and s.ends_on
      left join open_from o on o.unit_id = l.commune_id
     where l.confirmed_value is not null`;
