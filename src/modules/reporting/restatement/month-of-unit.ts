import { type Sql, sql } from '#platform/database';
import { owedByParts } from '../reports/periods/owed-by-parts.ts';

/** Beside `units u` its report `r` of a month, sent or not, where there is one. */
export const reportOfMonth = (month: string): Sql => sql`
  left join reports r on r.unit_id = u.id and r.kind = 'monthly' and r.month = ${`${month}-01`}`;

/** Of both: the report where it stands as sent. */
export const sentReport = sql`case when r.state in ('submitted', 'accepted') then r.id end`;

/** Of both: it ended before the month was over and owes nothing of it; its heirs do. */
export const isCut = (endsOn: string): Sql =>
  sql`(r.id is null and coalesce(upper(u.validity) <= ${endsOn}::date, false))`;

/** Of both: it has something to say of the month: it stood in it and is no heir whose parts report it, or it owes or sent it. */
export const hasMonth = ({ month, startsOn, endsOn }: { month: string; startsOn: string; endsOn: string }): Sql => sql`
  (r.id is not null or u.validity && daterange(${startsOn}::date, ${endsOn}::date, '[]')
    and not ${owedByParts(sql`u.id`, sql`${`${month}-01`}::date`)})`;
