/** How a commune stands with its reports, from what it owes and when that came. Pure. */
import { daysLate as lateBy } from '#contracts/reporting/due-days';
import type { OwedReport } from './overview.queries.ts';

export interface Standing {
  status: 'on_time' | 'late' | 'missing' | 'not_due';
  daysLate: number;
}

/** Late in so many of the months before makes this month's likely to be late. */
const LATE_TIMES = 2;

export function standingOf({ dueOn, firstSentOn }: OwedReport, today: string): Standing {
  const daysLate = lateBy(firstSentOn ?? today, dueOn);
  if (firstSentOn !== null) return { status: daysLate > 0 ? 'late' : 'on_time', daysLate };
  return { status: daysLate > 0 ? 'missing' : 'not_due', daysLate };
}

/** Nothing written and nothing sent of the month, which is not over, and late in two of the three before. */
export function isLikelyLate(reports: readonly OwedReport[], month: string, today: string): boolean {
  const now = reports.find((report) => report.month === month);
  if (!now || now.isWritten || standingOf(now, today).status !== 'not_due') return false;
  const late = reports.filter((report) => report.month < month && isLate(report, today));
  return late.length >= LATE_TIMES;
}

function isLate(report: OwedReport, today: string): boolean {
  const { status } = standingOf(report, today);
  return status === 'late' || status === 'missing';
}
