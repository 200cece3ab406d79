import { monthBefore, type Period, type PeriodRule, periodOfMonth } from '#contracts/reporting/periods';

/** A month's window with those of the month before and of the year. */
export interface Windows {
  period: Period;
  before: Period;
  /** First month of the reporting year, 'YYYY-01', and the first day of its window. */
  year: Period;
  /** Days whose tree and lists count, for this period and for the one before. */
  standsOn: { now: string; before: string };
}

/** @param standsOn where the tree and the lists are not those of the period's last day */
export function windowsOf(month: string, rule: PeriodRule, standsOn?: string): Windows {
  const period = periodOfMonth(month, rule);
  const before = periodOfMonth(monthBefore(month), rule);
  const now = standsOn ?? period.endsOn;
  return {
    period,
    before,
    standsOn: { now, before: now < before.endsOn ? now : before.endsOn },
    year: periodOfMonth(`${month.slice(0, 4)}-01`, rule),
  };
}
