import { type PeriodRule, periodOf } from '#contracts/reporting/periods';

/** The number of the month in whose report a day counts. */
export const monthIn = (day: string, rule: PeriodRule): number => Number(periodOf(day, rule).month.slice(5));
