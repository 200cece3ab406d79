import { addDays, dateInVietnam, formatTime, startOfDay } from '#i18n';

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Hours of one's own, of the place's calendar, and of the installation. */
export interface QuietTimes {
  own: { from: string; to: string } | null;
  calendar: { wholeDays: boolean; quietFrom: string; quietTo: string } | undefined;
  usual: { from: string; to: string };
}

/**
 * Until when a message waits, if it does. On whole days only what is urgent goes out, whatever hours somebody has chosen; the
 * next morning is looked at again. A person's own hours stand above those of their place.
 */
export function heldUntil(now: Date, { own, calendar, usual }: QuietTimes, isUrgent: boolean): Date | undefined {
  if (calendar?.wholeDays && !isUrgent) {
    const morning = startOfDay(dateInVietnam(now)) + minutesOf(usual.to) * 60_000;
    return new Date(
      now.getTime() < morning ? morning : startOfDay(addDays(dateInVietnam(now), 1)) + minutesOf(usual.to) * 60_000,
    );
  }
  const place = calendar && !calendar.wholeDays ? { from: calendar.quietFrom, to: calendar.quietTo } : usual;
  const { from, to } = own ?? place;
  return quietUntil(now, from, to);
}

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
