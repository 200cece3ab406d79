/** Moments of the demo: days from today and hours in Viet Nam. */
import { addDays, dateInVietnam, formatDate, formatTime, startOfDay, weekdayName } from '#i18n';

const MINUTE_MS = 60_000;
const STEP_MS = 5 * MINUTE_MS;

/** `time` is `HH:mm` in Viet Nam. */
export function instantOn(today: string, days: number, time: string): string {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return new Date(startOfDay(addDays(today, days)) + (hours * 60 + minutes) * MINUTE_MS).toISOString();
}

/** So many minutes from `now`, at full five minutes. */
export function instantIn(now: Date, minutes: number): string {
  return new Date(Math.floor((now.getTime() + minutes * MINUTE_MS) / STEP_MS) * STEP_MS).toISOString();
}

export const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString();

/** "14:00 Thứ Năm 3/12" */
export function momentOf(instant: string): string {
  const day = dateInVietnam(instant);
  return `${formatTime(instant, true)} ${weekdayName(day, 'vi')} ${formatDate(day, 'vi')}`;
}
