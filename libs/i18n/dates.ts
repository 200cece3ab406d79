/**
 * Civil dates ("2022-11-24") and clock times as people in Viet Nam read them.
 * Rows keep UTC instants; people live at UTC+7 all year (no daylight saving since 1975), so a
 * fixed shift is exact, needs no Intl data (old WebViews lack it) and costs no bytes.
 */

/** A day without a time, `yyyy-mm-dd`. */
export type PlainDate = string;
export type Lang = 'vi' | 'en';
/** An instant: milliseconds since the epoch, an ISO string, or a Date. */
export type Instant = number | string | Date;

const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const millis = (at: Instant): number =>
  at instanceof Date ? at.getTime() : typeof at === 'number' ? at : Date.parse(at);
const local = (at: Instant): Date => new Date(millis(at) + OFFSET_MS);
const pad = (n: number): string => String(n).padStart(2, '0');

/** Whole days since 1970-01-01. */
export const dayNumber = (date: PlainDate): number => Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / DAY_MS;
export const fromDayNumber = (n: number): PlainDate => new Date(n * DAY_MS).toISOString().slice(0, 10);

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));
export const dayOf = (date: PlainDate): number => Number(date.slice(8, 10));

/** The day it is in Viet Nam at that instant. */
export const dateInVietnam = (at: Instant): PlainDate => local(at).toISOString().slice(0, 10);
export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(date) + days);
/** Days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);
/** First and last instant of a day in Viet Nam, as milliseconds; the end is the next day's first instant. */
export const startOfDay = (date: PlainDate): number => dayNumber(date) * DAY_MS - OFFSET_MS;
export const endOfDay = (date: PlainDate): number => startOfDay(date) + DAY_MS;

/**
 * "24/11", or "24/11/2022" `withYear`; English "24 Nov" or, `long`, "24 November".
 * Numbers carry no leading zero, as the screens write them.
 */
export function formatDate(date: PlainDate, lang: Lang, shape: { withYear?: boolean; long?: boolean } = {}): string {
  const year = shape.withYear ? yearOf(date) : undefined;
  if (lang === 'vi') return [dayOf(date), monthOf(date), ...(year ? [year] : [])].join('/');
  const month = MONTHS[monthOf(date) - 1] ?? '';
  return [dayOf(date), shape.long ? month : month.slice(0, 3), ...(year ? [year] : [])].join(' ');
}

/** "24/11" when the year is the one that people are in, else "24/11/2023". */
export const formatDateNear = (date: PlainDate, today: PlainDate, lang: Lang, long = false): string =>
  formatDate(date, lang, { withYear: yearOf(date) !== yearOf(today), long });

/** "7:42" on a 24-hour clock; `padded` gives "07:42". */
export function formatTime(at: Instant, padded = false): string {
  const d = local(at);
  return `${padded ? pad(d.getUTCHours()) : d.getUTCHours()}:${pad(d.getUTCMinutes())}`;
}

/** "7:42" today, "hôm qua 9:12" yesterday, "16/11 9:12" before. */
export function formatMoment(at: Instant, now: Instant, lang: Lang): string {
  const day = dateInVietnam(at);
  const today = dateInVietnam(now);
  const ago = daysBetween(day, today);
  if (ago === 0) return formatTime(at);
  if (ago === 1) return `${lang === 'vi' ? 'hôm qua' : 'yesterday'} ${formatTime(at)}`;
  return `${formatDateNear(day, today, lang)} ${formatTime(at)}`;
}
