/** How a commune stands with its reports, from what it owes and when that came. Pure. */
import type { Attention } from '#contracts/organization/attention';
import { daysLate as lateBy } from '#contracts/reporting/due-days';
import { daysBetween, monthsUntil } from '#contracts/reporting/periods';
import type { OwedReport } from './overview.queries.ts';

export interface Standing {
  status: 'on_time' | 'late' | 'missing' | 'not_due';
  daysLate: number;
}

/** From when on a commune is named: how many days before, by how many months before, late how often in them. */
export type LateRule = Pick<Attention, 'lateDays' | 'lateMonths' | 'lateTimes'>;

/** How often a commune was late in the months before of which something is known. */
export interface PastLateness {
  late: number;
  of: number;
}

export function standingOf({ dueOn, firstSentOn }: OwedReport, today: string): Standing {
  const daysLate = lateBy(firstSentOn ?? today, dueOn);
  if (firstSentOn !== null) return { status: daysLate > 0 ? 'late' : 'on_time', daysLate };
  return { status: daysLate > 0 ? 'missing' : 'not_due', daysLate };
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
  const late = before.filter((report) => isLate(report, today)).length;
  return late >= lateTimes && late * 2 >= before.length ? { late, of: before.length } : null;
}

function isLate(report: OwedReport, today: string): boolean {
  const { status } = standingOf(report, today);
  return status === 'late' || status === 'missing';
}
