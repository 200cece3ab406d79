/** Numbers, names and search keys as Vietnamese readers expect them; pure and small enough for the phone. */
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

/** "214 KB", "3,7 MB". */
export function formatBytes(bytes: number, lang: Lang = 'vi'): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${NBSP}KB`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10, lang)}${NBSP}MB`;
}

/** Initials of the last two words: "Lê Thị Hoa" -> "TH". */
export const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('');

/** Keeps "ngày 24/11", "tháng 12", "38 / 50", "còn 6 ngày", "Thôn 1" from breaking at the end of a line. */
export const keepTogether = (text: string): string =>
  text
    .replace(/(ngày|tháng|thg|Thôn|thôn|Tổ|xã|số|lúc) (?=[\dA-ZĐÀ-Ỹ])/g, `$1${NBSP}`)
    .replace(/(\d) (ngày|việc|người|KB|MB)\b/g, `$1${NBSP}$2`)
    .replace(/(\d) \/ (\d)/g, `$1${NBSP}/${NBSP}$2`);

/** "{count} việc" with values put in; an unknown place stays visible. */
export const fill = (template: string, values: Record<string, string | number> = {}): string =>
  template.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place));
