/** Whose report is likely to be late, from what it owed and when that came. Pure. */
import type { Attention } from '#contracts/organization/attention';
import { daysBetween, monthsUntil } from '#contracts/reporting/periods';
import { standingOf } from '#contracts/reporting/report-standing';
import type { OwedReport } from './obligation.queries.ts';

/** From when on a commune is named: how many days before, by how many months before, late how often in them. */
export type LateRule = Pick<Attention, 'lateDays' | 'lateMonths' | 'lateTimes'>;

/** How often a commune was late in the months before of which something is known. */
export interface PastLateness {
  late: number;
  of: number;
}

/**
 * A few days before the due day: nothing written and nothing sent of the month, and late in half of the months before or more.
 * Null where nothing points to a late report.
 */
export function likelyLate(
  reports: readonly OwedReport[],
  month: string,
  today: string,
  { lateDays, lateMonths, lateTimes }: LateRule,
): PastLateness | null {
  const now = reports.find((report) => report.month === month);
  if (!now || now.isWritten || standingOf(now, today).status !== 'not_due') return null;
  if (daysBetween(today, now.dueOn) > lateDays) return null;
  const months = monthsUntil(month, lateMonths + 1);
  const before = reports.filter((report) => report.month < month && months.includes(report.month));
  const late = before.filter((report) => standingOf(report, today).daysLate > 0).length;
  return late >= lateTimes && late * 2 >= before.length ? { late, of: before.length } : null;
}
