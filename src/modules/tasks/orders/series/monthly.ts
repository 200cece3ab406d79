/** What every monthly work has, be it orders for teams or numbers for communes: `series_id` names it, months are 'YYYY-MM'. */
import { addDays, type PeriodRule, periodOf, periodOfMonth } from '#contracts/reporting/periods';
import type { PersonRef } from '#modules/membership';
import { type Sql, sql } from '#platform/database';
import type { AssignmentSchedule } from '../order/assignment.entity.ts';

/** Of one of the two tables of schedules: what both have. */
type MonthlySchedule = Pick<AssignmentSchedule, 'seriesId' | 'setBy' | 'setAt' | 'lastMonth' | 'endedAt' | 'version'>;

/** Of a table of schedules `s`. */
export const monthlyColumns = sql`s.series_id as "seriesId", s.unit_id as "unitId", s.set_at as "setAt",
  s.last_month as "lastMonth", s.version, s.next_title as "nextTitle", s.next_due_day as "nextDueDay"`;

/** Works that have ended are shown for so long: one that is missed can be begun again. */
const ENDED_DAYS = 366;

/** The schedules `s` of a unit that run or ended not long ago. */
export const shownOf = (unitId: string, now: Date): Sql => sql`s.unit_id = ${unitId}
  and coalesce(s.ended_at > ${now}::timestamptz - make_interval(days => ${ENDED_DAYS}), true)`;

/** The period after the one that has its work, at the earliest the one after today's. */
export function nextPeriod(
  { lastMonth }: Pick<MonthlySchedule, 'lastMonth'>,
  today: string,
  rule: PeriodRule,
): { month: string; on: string } {
  const { month, endsOn } = periodOf(today, rule);
  const end = lastMonth > month ? periodOfMonth(lastMonth, rule).endsOn : endsOn;
  const next = periodOf(addDays(end, 1), rule);
  return { month: next.month, on: next.startsOn };
}

interface Given<I, E> extends Pick<MonthlySchedule, 'seriesId' | 'setBy' | 'setAt' | 'endedAt' | 'version'> {
  indicator: I;
  endReason: E;
  id: string;
  title: string;
  issuedAt: Date;
  dueOn: string;
  target: number;
}

/** What a list says of each kind; each adds what only it has. */
export function presentMonthly<I, E>(row: Given<I, E>, people: ReadonlyMap<string, PersonRef>) {
  const { seriesId, indicator, setBy, setAt, endedAt, endReason, version, id, title, issuedAt, dueOn, target } = row;
  return {
    seriesId,
    indicator,
    setBy: people.get(setBy) ?? { id: setBy, fullName: '', position: null },
    setAt: setAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    endReason,
    last: { id, title, issuedAt: issuedAt.toISOString(), dueOn, target },
    version,
  };
}
