/** How a commune stands with its reports, from what it owes and when that came. Pure. */
import { daysLate as lateBy } from '#contracts/reporting/due-days';
import { daysBetween } from '#contracts/reporting/periods';
import type { OwedReport } from './overview.queries.ts';

export interface Standing {
  status: 'on_time' | 'late' | 'missing' | 'not_due';
  daysLate: number;
}

/** Late less often than this is chance. */
const LATE_TIMES = 2;
/** Before the reminders begin, so that somebody can still call. */
const WARNED_BEFORE_DAYS = 7;

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
export function likelyLate(reports: readonly OwedReport[], month: string, today: string): PastLateness | null {
  const now = reports.find((report) => report.month === month);
  if (!now || now.isWritten || standingOf(now, today).status !== 'not_due') return null;
  if (daysBetween(today, now.dueOn) > WARNED_BEFORE_DAYS) return null;
  const before = reports.filter((report) => report.month < month);
  const late = before.filter((report) => isLate(report, today)).length;
  return late >= LATE_TIMES && late * 2 >= before.length ? { late, of: before.length } : null;
}

function isLate(report: OwedReport, today: string): boolean {
  const { status } = standingOf(report, today);
  return status === 'late' || status === 'missing';
}
