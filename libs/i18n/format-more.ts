/** Sizes of files, places in a text, days as they are typed: pure, and not of the phone's first screen. */
import { dayNumber, fromDayNumber, type Lang } from './dates.ts';
import { formatNumber } from './format.ts';

const NBSP = '\u00a0';

/** "214 KB", "3,7 MB". */
export function formatBytes(bytes: number, lang: Lang = 'vi'): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${NBSP}KB`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10, lang)}${NBSP}MB`;
}

/** "{count} việc" with values put in; an unknown place stays visible. */
export const fill = (template: string, values: Record<string, string | number> = {}): string =>
  template.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place));

/** True for a real calendar day written `yyyy-mm-dd`. */
export const isPlainDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && fromDayNumber(dayNumber(text)) === text;
