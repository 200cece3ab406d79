/** The deadlines of the phone's first list: how many days are left, whether one is missed, and the short wordings. */
import {
  type Instant,
  type Lang,
  type PlainDate,
  dateInVietnam,
  daysBetween,
  endOfDay,
  formatDateNear,
} from './dates.ts';

/**
 * - long: "Chậm nhất hết ngày 24/11" (members); inline: the same inside a sentence
 * - short: "hết ngày 24/11"
 * - countdown: "Còn 6 ngày", "Hết hạn hôm nay", "Quá hạn 2 ngày"; brief: "Còn 6 ngày", "Hết hôm nay", "Quá 2 ngày"
 */
export type ShortForm = 'long' | 'inline' | 'short' | 'countdown' | 'brief';

/** Days left after today: 0 on the last day, negative when missed. */
export const daysLeft = (dueOn: PlainDate, now: Instant): number => daysBetween(dateInVietnam(now), dueOn);

/** True from the first instant after the last day. Agrees with every wording below. */
export const isOverdue = (dueOn: PlainDate, now: Instant): boolean => new Date(now).getTime() >= endOfDay(dueOn);

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

export function countdown(left: number, lang: Lang, brief: boolean): string {
  if (lang === 'en') {
    if (left === 0) return 'Due today';
    return left > 0 ? `${plural(left, 'day')} left` : `${plural(-left, 'day')} overdue`;
  }
  if (left === 0) return brief ? 'Hết hôm nay' : 'Hết hạn hôm nay';
  return left > 0 ? `Còn ${left} ngày` : `${brief ? 'Quá' : 'Quá hạn'} ${-left} ngày`;
}

/** One of the short wordings. The year is written only when it is not the current one. */
export function shortDeadline(dueOn: PlainDate, now: Instant, form: ShortForm, lang: Lang = 'vi'): string {
  const today = dateInVietnam(now);
  if (form === 'countdown' || form === 'brief') return countdown(daysBetween(today, dueOn), lang, form === 'brief');
  const last = formatDateNear(dueOn, today, lang, form !== 'short');
  if (lang === 'en') return `${{ long: 'By the end of', inline: 'by the end of', short: 'end of' }[form]} ${last}`;
  return `${{ long: 'Chậm nhất hết', inline: 'chậm nhất hết', short: 'hết' }[form]} ngày ${last}`;
}
