import { addDays, dateInVietnam, formatTime, startOfDay } from '#i18n';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The end of the quiet hours in which `now` lies, or undefined outside them. `from` and `to` are `HH:mm` in Viet Nam;
 * from later than to means over midnight, both equal means never.
 */
export function quietUntil(now: Date, from: string, to: string): Date | undefined {
  const [start, end, minute] = [minutesOf(from), minutesOf(to), minutesOf(formatTime(now, true))];
  const isQuiet = start <= end ? minute >= start && minute < end : minute >= start || minute < end;
  if (!isQuiet) return undefined;
  const today = dateInVietnam(now);
  const day = minute < end ? today : addDays(today, 1);
  return new Date(startOfDay(day) + end * 60_000);
}
