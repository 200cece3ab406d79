/** Market days and harvest weeks as moments of a span of days: pure. */
import { addDays, daysBetween, startOfDay, weekdayOf } from '#i18n';
import { lunarDayOf } from '#i18n/lunar-days';

export interface AvoidRule {
  label: string;
  /** 1 Monday to 7 Sunday. */
  weekdays: readonly number[];
  /** Days of the lunar month. */
  lunarDays: readonly number[];
  from: string | null;
  to: string | null;
  /** `HH:mm` in Viet Nam. */
  startTime: string;
  endTime: string;
}
export interface AvoidedTime {
  label: string;
  from: Date;
  to: Date;
}

const MOST_DAYS = 400;

/** Both days inclusive. A rule without weekdays and lunar days holds every day of its season. */
export function avoidedTimes(rules: readonly AvoidRule[], from: string, to: string): AvoidedTime[] {
  const days = Array.from({ length: Math.min(MOST_DAYS, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
  return days.flatMap((day) =>
    rules
      .filter((rule) => holdsOn(rule, day))
      .map(({ label, startTime, endTime }) => ({ label, from: at(day, startTime), to: at(day, endTime) })),
  );
}

function holdsOn({ weekdays, lunarDays, from, to }: AvoidRule, day: string): boolean {
  if ((from && day < from) || (to && day > to)) return false;
  if (weekdays.length === 0 && lunarDays.length === 0) return true;
  return weekdays.includes(weekdayOf(day) + 1) || lunarDays.includes(lunarDayOf(day));
}

function at(day: string, time: string): Date {
  return new Date(startOfDay(day) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000);
}
