/** Which date the named day is: the last such day up to the one on which it was written. Pure. */
import { addDays, daysBetween } from '#contracts/reporting/periods';
import type { DayWords } from './reading/day-words.ts';

const MOST_DAYS_BACK = 400;

/** @param today of the message; undefined when there is no such day, as on 31/2 */
export function workDayOf(words: DayWords | undefined, today: string): string | undefined {
  if (!words) return today;
  if (words.kind === 'ago') return addDays(today, -words.days);
  if (words.kind === 'weekday') return weekdayBefore(words, today);
  const { day, month, year } = words;
  if (year !== undefined && month !== undefined) return real(year, month, day);
  for (let back = 0; back <= MOST_DAYS_BACK; back += 1) {
    const candidate = addDays(today, -back);
    const [, itsMonth, itsDay] = candidate.split('-').map(Number);
    if (itsDay === day && (month === undefined || itsMonth === month)) return candidate;
  }
  return undefined;
}

function weekdayBefore({ weekday, lastWeek }: Extract<DayWords, { kind: 'weekday' }>, today: string): string {
  // 1970-01-05 was a Monday.
  const own = (daysBetween('1970-01-05', today) % 7) + 1;
  return addDays(today, lastWeek ? weekday - own - 7 : -((own - weekday + 7) % 7));
}

function real(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
