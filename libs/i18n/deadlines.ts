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
  endOfDay,
  formatDateNear,
  weekdayName,
  weeksBetween,
} from './dates.ts';

/**
 * - long: "Chậm nhất hết ngày 24/11" (members); inline: the same inside a sentence
 * - short: "hết ngày 24/11"
 * - officer: "trước ngày 25/11 (đến hết ngày 24/11)"; before: "trước ngày 25/11"; until: "đến hết ngày 24/11"
 * - weekday: "hết Thứ Năm 24/11"
 * - relative: "Thứ Năm tuần sau, còn 6 ngày"
 * - countdown: "Còn 6 ngày", "Hết hạn hôm nay", "Quá hạn 2 ngày"; brief: "Còn 6 ngày", "Hết hôm nay", "Quá 2 ngày"
 */
export type DeadlineForm =
  | 'long'
  | 'inline'
  | 'short'
  | 'officer'
  | 'before'
  | 'until'
  | 'weekday'
  | 'relative'
  | 'countdown'
  | 'brief';

/** Days left after today: 0 on the last day, negative when missed. */
export const daysLeft = (dueOn: PlainDate, now: Instant): number => daysBetween(dateInVietnam(now), dueOn);

/** True from the first instant after the last day. Agrees with every wording below. */
export const isOverdue = (dueOn: PlainDate, now: Instant): boolean => new Date(now).getTime() >= endOfDay(dueOn);

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

function countdown(left: number, lang: Lang, brief: boolean): string {
  if (lang === 'en') {
    if (left === 0) return 'Due today';
    return left > 0 ? `${plural(left, 'day')} left` : `${plural(-left, 'day')} overdue`;
  }
  if (left === 0) return brief ? 'Hết hôm nay' : 'Hết hạn hôm nay';
  return left > 0 ? `Còn ${left} ngày` : `${brief ? 'Quá' : 'Quá hạn'} ${-left} ngày`;
}

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
  const last = formatDateNear(dueOn, today, lang, form !== 'short');
  const next = formatDateNear(addDays(dueOn, 1), today, lang, true);
  switch (form) {
    case 'long':
      return vi ? `Chậm nhất hết ngày ${last}` : `By the end of ${last}`;
    case 'inline':
      return vi ? `chậm nhất hết ngày ${last}` : `by the end of ${last}`;
    case 'short':
      return vi ? `hết ngày ${last}` : `end of ${last}`;
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
    case 'countdown':
    case 'brief':
      return countdown(daysBetween(today, dueOn), lang, form === 'brief');
  }
}
