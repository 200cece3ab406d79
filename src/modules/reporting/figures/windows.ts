import { monthBefore, type Period, type PeriodRule, periodOfMonth } from '#contracts/reporting/periods';

/** A month's window with those of the month before and of the year. */
export interface Windows {
  period: Period;
  before: Period;
  /** First month of the reporting year, 'YYYY-01', and the first day of its window. */
  year: Period;
}

export function windowsOf(month: string, rule: PeriodRule): Windows {
  const period = periodOfMonth(month, rule);
  return {
    period,
    before: periodOfMonth(monthBefore(month), rule),
    year: periodOfMonth(`${month.slice(0, 4)}-01`, rule),
  };
}
