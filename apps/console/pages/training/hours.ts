/** Days and hours as Viet Nam's clock has them: rows carry instants, the calendar and its forms think in days and minutes. */
import { addDays, dateInVietnam, dayOf, type Instant, type PlainDate, startOfDay, weekdayOf } from '#i18n';

const minuteMs = 60_000;
export const dayMinutes = 24 * 60;

/** A part of one day, in minutes after its midnight. */
export interface Span {
  day: PlainDate;
  from: number;
  to: number;
}

const millis = (at: Instant): number => (typeof at === 'number' ? at : new Date(at).getTime());

/** Minutes after midnight in Viet Nam. */
export function minutesOf(at: Instant): number {
  return Math.round((millis(at) - startOfDay(dateInVietnam(at))) / minuteMs);
}

/** What lasts beyond midnight is cut off there: a calendar's column is one day. */
export function spanOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Span {
  const day = dateInVietnam(startsAt);
  const to = Math.round((millis(endsAt) - startOfDay(day)) / minuteMs);
  return { day, from: minutesOf(startsAt), to: Math.min(to, dayMinutes) };
}

export function instantOf(day: PlainDate, minutes: number): string {
  return new Date(startOfDay(day) + minutes * minuteMs).toISOString();
}

/** "08:30" */
export function writeHour(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes of what people type: "8", "8h", "8h30", "830", "8:30", "14.00"; null for anything else. */
export function parseHour(text: string): number | null {
  const match = /^\s*(\d{1,2})(?:\s*(?:[:.,h]|giờ)\s*(\d{1,2})?|(\d{2}))?\s*$/iu.exec(text);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  return hour > 23 || minute > 59 ? null : hour * 60 + minute;
}

/** Monday to Sunday around the day. */
export function weekOf(day: PlainDate): PlainDate[] {
  const monday = addDays(day, -weekdayOf(day));
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i));
}

/** The weeks that a month touches, each from Monday. */
export function monthWeeks(day: PlainDate): PlainDate[][] {
  const first = addDays(day, 1 - dayOf(day));
  const month = first.slice(0, 7);
  const weeks: PlainDate[][] = [];
  for (let week = weekOf(first); week[0]!.slice(0, 7) <= month; week = weekOf(addDays(week[0]!, 7))) weeks.push(week);
  return weeks;
}

export const views = ['day', 'week', 'month'] as const;
export type View = (typeof views)[number];

/** First and last day that a view shows. */
export function rangeOf(view: View, day: PlainDate): { from: PlainDate; to: PlainDate } {
  if (view === 'day') return { from: day, to: day };
  const days = view === 'week' ? weekOf(day) : monthWeeks(day).flat();
  return { from: days[0]!, to: days.at(-1)! };
}

/** The day that the arrows beside the dates lead to. */
export function stepped(view: View, day: PlainDate, by: 1 | -1): PlainDate {
  if (view === 'day') return addDays(day, by);
  if (view === 'week') return addDays(day, 7 * by);
  const first = addDays(day, 1 - dayOf(day));
  const other = addDays(first, by === 1 ? 32 : -1);
  return addDays(other, 1 - dayOf(other));
}
