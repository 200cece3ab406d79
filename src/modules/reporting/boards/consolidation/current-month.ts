import { monthBefore, type PeriodRule, periodOf } from '#contracts/reporting/periods';

/**
 * The months that people may be working on, the likelier first: the one that closed last, whose reports are sent, chased and
 * looked at until the next one closes; then the open one, for a unit that owed nothing yet when the last one closed.
 */
export function workingMonths(today: string, rule: PeriodRule): [closed: string, open: string] {
  const open = periodOf(today, rule).month;
  return [monthBefore(open), open];
}
