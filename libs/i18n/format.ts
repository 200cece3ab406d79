/** Numbers as Vietnamese readers expect them, and what holds a line together: small enough for the phone's first screen. */
import type { Lang } from './dates.ts';

const NBSP = '\u00a0';

/** 12345.5 -> "12.345,5" (vi) or "12,345.5" (en). */
export function formatNumber(value: number, lang: Lang = 'vi'): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',');
  return (value < 0 ? '-' : '') + grouped + (fraction ? (lang === 'vi' ? ',' : '.') + fraction : '');
}

/** Whole percent, never 100 before it is reached; 0 when there is nothing to reach. */
export const percentOf = (part: number, whole: number): number =>
  whole <= 0 ? 0 : part >= whole ? Math.floor((part / whole) * 100) : Math.min(99, Math.round((part / whole) * 100));

/** "38 / 50" kept on one line. */
export const formatRatio = (part: number, whole: number, lang: Lang = 'vi'): string =>
  `${formatNumber(part, lang)}${NBSP}/${NBSP}${formatNumber(whole, lang)}`;

/** Keeps "ngày 24/11", "tháng 12", "38 / 50", "còn 6 ngày", "Thôn 1" from breaking at the end of a line. */
export const keepTogether = (text: string): string =>
  text
    .replace(/(ngày|tháng|thg|Thôn|thôn|Tổ|xã|số|lúc) (?=[\dA-ZĐÀ-Ỹ])/g, `$1${NBSP}`)
    .replace(/(\d) (ngày|việc|người|KB|MB)\b/g, `$1${NBSP}$2`)
    .replace(/(\d) \/ (\d)/g, `$1${NBSP}/${NBSP}$2`);
