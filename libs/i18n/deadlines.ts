/**
 * The one place that words a deadline, counts down to it and says whether it is missed, for the
 * mini-app, the console, messages and documents. `due_on` is the last day, inclusive: "before the
 * 25th" is the end of the 24th in Viet Nam (the district's guidance asks for reports "trước ngày 25").
 */
import {
  type Instant,
  type Lang,
  type PlainDate,
  addDays,
  dateInVietnam,
  daysBetween,
  formatDateNear,
} from './dates.ts';
import { type ShortForm, countdown, shortDeadline } from './short-deadlines.ts';
import { weekdayName, weeksBetween } from './weekdays.ts';

export * from './short-deadlines.ts';

/**
 * The short forms, and
 * - officer: "trước ngày 25/11 (đến hết ngày 24/11)"; before: "trước ngày 25/11"; until: "đến hết ngày 24/11"
 * - weekday: "hết Thứ Năm 24/11"
 * - relative: "Thứ Năm tuần sau, còn 6 ngày"
 */
export type DeadlineForm = ShortForm | 'officer' | 'before' | 'until' | 'weekday' | 'relative';

function namedDay(dueOn: PlainDate, today: PlainDate, lang: Lang): string {
  const left = daysBetween(today, dueOn);
  if (left === 1) return lang === 'vi' ? 'Ngày mai' : 'Tomorrow';
  const week = weeksBetween(today, dueOn);
  const which = lang === 'vi' ? [' tuần này', ' tuần sau'] : [' this week', ' next week'];
  return weekdayName(dueOn, lang) + (which[week] ?? '');
}

function relative(dueOn: PlainDate, today: PlainDate, lang: Lang): string {
  const left = daysBetween(today, dueOn);
  const count = countdown(left, lang, false);
  if (left <= 0) return count;
  return `${namedDay(dueOn, today, lang)}, ${count.charAt(0).toLowerCase()}${count.slice(1)}`;
}

/** A deadline in words. The year is written only when it is not the current one. */
export function deadlineText(dueOn: PlainDate, now: Instant, form: DeadlineForm, lang: Lang = 'vi'): string {
  const today = dateInVietnam(now);
  const vi = lang === 'vi';
  const last = formatDateNear(dueOn, today, lang, true);
  const next = formatDateNear(addDays(dueOn, 1), today, lang, true);
  switch (form) {
    case 'officer':
      return vi ? `trước ngày ${next} (đến hết ngày ${last})` : `before ${next} (until the end of ${last})`;
    case 'before':
      return vi ? `trước ngày ${next}` : `before ${next}`;
    case 'until':
      return vi ? `đến hết ngày ${last}` : `until the end of ${last}`;
    case 'weekday':
      return vi ? `hết ${weekdayName(dueOn, lang)} ${last}` : `the end of ${weekdayName(dueOn, lang)} ${last}`;
    case 'relative':
      return relative(dueOn, today, lang);
    default:
      return shortDeadline(dueOn, now, form, lang);
  }
}
