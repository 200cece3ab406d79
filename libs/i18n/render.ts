import { formatNumber } from './format.ts';
import type { Lang } from './dates.ts';

export type Values = Record<string, string | number>;

/** `{n}` puts a value in, `{n|team|teams}` chooses by number (English needs it, Vietnamese does not). */
export function render(template: string, values: Values, lang: Lang): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (place, key: string, one?: string, other?: string) => {
    const value = values[key];
    if (one !== undefined) return value === 1 ? one : (other ?? '');
    if (value === undefined) return place;
    return typeof value === 'number' ? formatNumber(value, lang) : value;
  });
}
