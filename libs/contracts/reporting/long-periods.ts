/**
 * Reporting periods of several months, as article 12 of decree 09/2019 has them: quarter, six and nine months, year. Each is
 * a row of whole months in the sense of periods.ts, so that its figures are the sum of theirs. Pure.
 */
import { addDays, daysBetween, monthBefore, type Period, type PeriodRule, periodOf, periodOfMonth } from './periods.ts';

/** First and last month of each, by number. */
const spans = {
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
  H1: [1, 6],
  H2: [7, 12],
  M9: [1, 9],
  Y: [1, 12],
} as const;
export const longPeriods = Object.keys(spans) as LongPeriod[];
export type LongPeriod = keyof typeof spans;

const monthOf = (year: number, number: number): string => `${year}-${String(number).padStart(2, '0')}`;

/** Its first and last day by the rule of the months. */
export function daysOfLong(code: LongPeriod, year: number, rule: PeriodRule): Pick<Period, 'startsOn' | 'endsOn'> {
  const [first, last] = spans[code];
  const { startsOn } = periodOfMonth(monthOf(year, first), rule);
  return { startsOn, endsOn: periodOfMonth(monthOf(year, last), rule).endsOn };
}

/**
 * The months, 'YYYY-MM' in order, that these days are made of.
 * @returns undefined where a month is cut, so that the days are no sum of months
 */
export function monthsOfDays(startsOn: string, endsOn: string): string[] | undefined {
  const windowStartDay = Number(startsOn.slice(8));
  const rule = { windowStartDay, dueBeforeDay: 28 };
  const first = periodOf(startsOn, rule).month;
  const months = [periodOf(endsOn, rule).month];
  if (endsOn < startsOn || Number(addDays(endsOn, 1).slice(8)) !== windowStartDay) return undefined;
  while ((months[0] as string) > first) months.unshift(monthBefore(months[0] as string));
  return months;
}

/** The period of the law that the months are, with its year; undefined for any other row of months. */
export function longPeriodOf(months: readonly string[]): { code: LongPeriod; year: number } | undefined {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const year = Number(last.slice(0, 4));
  const code = longPeriods.find(
    (one) => monthOf(year, spans[one][0]) === first && monthOf(year, spans[one][1]) === last,
  );
  return code && { code, year };
}

/** What can be asked for on a day, the one that ends next first: of this year, and of the last while people still ask for it. */
export function longPeriodsAround(today: string, rule: PeriodRule): { code: LongPeriod; year: number }[] {
  const { month } = periodOf(today, rule);
  const year = Number(month.slice(0, 4));
  const all = [year - 1, year].flatMap((one) => longPeriods.map((code) => ({ code, year: one })));
  const end = (one: (typeof all)[number]) => daysOfLong(one.code, one.year, rule).endsOn;
  const current = periodOfMonth(month, rule);
  return all
    .filter(
      (one) => end(one) >= addDays(today, -ASKED_AFTER_DAYS) && daysOfLong(one.code, one.year, rule).startsOn <= today,
    )
    .sort((a, b) => Math.abs(daysBetween(end(a), current.endsOn)) - Math.abs(daysBetween(end(b), current.endsOn)));
}

/** The day before which it is usually due: the 20th, of a quarter and a year the 25th, where months begin on the 15th. */
export const usualDue = (code: LongPeriod, endsOn: string): string =>
  addDays(endsOn, code.startsWith('Q') || code === 'Y' ? 11 : 6);

const ASKED_AFTER_DAYS = 92;
