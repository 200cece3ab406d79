/** Days of the week and their names; apart from the dates, because the phone's first list needs none of them. */
import { type Lang, type PlainDate, dayNumber } from './dates.ts';

const WEEKDAYS: Record<Lang, readonly string[]> = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
/** 0 = Monday ... 6 = Sunday. */
export const weekdayOf = (date: PlainDate): number => (((dayNumber(date) + 3) % 7) + 7) % 7;
export const weekdayName = (date: PlainDate, lang: Lang): string => WEEKDAYS[lang][weekdayOf(date)] ?? '';
/** Within a sentence: "thứ Hai", and "chủ nhật", of which both words are written alike. */
export const weekdayInside = (date: PlainDate, lang: Lang): string => {
  const name = weekdayName(date, lang);
  if (lang === 'en') return name;
  return weekdayOf(date) === 6 ? name.toLowerCase() : name.charAt(0).toLowerCase() + name.slice(1);
};
/** Monday-based weeks between two days: 0 = this week, 1 = next week. */
export const weeksBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((dayNumber(to) - weekdayOf(to) - (dayNumber(from) - weekdayOf(from))) / 7);
