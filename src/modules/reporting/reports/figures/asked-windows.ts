/** Windows as the statements of figures take them: values for one month, columns where several are asked for at once. */
import { type Sql, join, sql } from '#platform/database';
import type { Windows } from './windows.ts';

type Day = string | Sql;
interface Days {
  startsOn: Day;
  endsOn: Day;
}

/** The first days of this month, of the month before it and of the year's first month. */
export interface Months {
  now: Sql;
  before: Sql;
  first: Sql;
}

export interface AskedWindows {
  period: Days;
  before: Days;
  year: Pick<Days, 'startsOn'>;
  standsOn: { now: Day; before: Day };
  months: Months;
}

export interface MonthOfCommunes {
  communeIds: readonly string[];
  windows: Windows;
}

const firstDay = (month: string): Sql => sql`${`${month}-01`}::date`;

export function ofOneMonth(windows: Windows): AskedWindows {
  const { period, year } = windows;
  const now = firstDay(period.month);
  return { ...windows, months: { now, before: sql`${now} - interval '1 month'`, first: firstDay(year.month) } };
}

/** A row per month, under the names that `ofEachMonth` and `communesOfMonth` take. */
export const monthRows = (asked: readonly MonthOfCommunes[]): Sql => sql`
  (values ${join(
    asked.map(
      ({ communeIds, windows: { period, before, year, standsOn } }) => sql`(
        ${communeIds}::uuid[], ${firstDay(period.month)}, ${firstDay(year.month)}, ${period.startsOn}::date, ${period.endsOn}::date,
        ${before.startsOn}::date, ${before.endsOn}::date, ${year.startsOn}::date, ${standsOn.now}::date, ${standsOn.before}::date)`,
    ),
  )}) w (commune_ids, month, first_month, starts_on, ends_on, before_starts_on, before_ends_on, year_starts_on, stands_on,
         stood_on)`;

export const communesOfMonth = sql`w.commune_ids`;
export const ofEachMonth: AskedWindows = {
  period: { startsOn: sql`w.starts_on`, endsOn: sql`w.ends_on` },
  before: { startsOn: sql`w.before_starts_on`, endsOn: sql`w.before_ends_on` },
  year: { startsOn: sql`w.year_starts_on` },
  standsOn: { now: sql`w.stands_on`, before: sql`w.stood_on` },
  months: { now: sql`w.month`, before: sql`w.month - interval '1 month'`, first: sql`w.first_month` },
};
