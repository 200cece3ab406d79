/**
 * Reporting periods and due days as pure date arithmetic over `YYYY-MM-DD` strings (local days of Viet Nam).
 * The two settings are dated data of a directive; the defaults are the guidance's: the window from the 15th to the
 * 14th (Decree 09/2019), due "before the 25th", which is the end of the 24th.
 */
export interface PeriodRule {
  /** First day of the window in the month before: 15 gives [15th, 15th). */
  windowStartDay: number;
  /** The report is due before this day of the period's month. */
  dueBeforeDay: number;
}

export const defaultPeriodRule: PeriodRule = { windowStartDay: 15, dueBeforeDay: 25 };

export interface Period {
  /** 'YYYY-MM' of the month that the report is named after. */
  month: string;
  startsOn: string;
  /** Last day, inclusive. */
  endsOn: string;
  /** Last day on which the report is on time, inclusive. */
  dueOn: string;
}

/** The period that a day's work counts in: with the default rule 2022-11-18 belongs to 2022-12. */
export function periodOf(day: string, rule: PeriodRule = defaultPeriodRule): Period {
  const [year, month, date] = parts(day);
  return periodOfMonth(date >= rule.windowStartDay ? monthOf(year, month + 1) : monthOf(year, month), rule);
}

export function periodOfMonth(month: string, rule: PeriodRule = defaultPeriodRule): Period {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return {
    month,
    startsOn: isoDay(year, index - 1, rule.windowStartDay),
    endsOn: isoDay(year, index, rule.windowStartDay - 1),
    dueOn: isoDay(year, index, rule.dueBeforeDay - 1),
  };
}

/** '2022-12' for '2023-01'. */
export function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7);
}

/** So many months, 'YYYY-MM', the last of them this one. */
export function monthsUntil(month: string, count: number): string[] {
  const months = [month];
  while (months.length < count) months.unshift(monthBefore(months[0] ?? month));
  return months;
}

/** Adds whole days to a local date. */
export function addDays(day: string, days: number): string {
  const [year, month, date] = parts(day);
  return isoDay(year, month, date + days);
}

/** Whole days from a to b; negative when b is earlier. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}

function parts(day: string): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function monthOf(year: number, month: number): string {
  return isoDay(year, month, 1).slice(0, 7);
}

function isoDay(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}
