/** Days that are worth looking at, and how a day is typed. Pure. */
import { isDay } from '#contracts/days';
import { addDays, formatDate, type Lang } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';

export type Change = Schemas['UnitDays']['days'][number];

const shape = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/;
const pad = (text: string) => text.padStart(2, '0');

/** "30/6/2025", "30-6-25", "30.6", "30062025" or "2025-06-30"; undefined where no day is meant. */
export function typedDay(text: string, today: string): string | undefined {
  const flat = text.trim();
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(flat);
  const [, date, month, year] = digits ?? shape.exec(flat) ?? [];
  const written = year === undefined ? today.slice(0, 4) : year.length === 2 ? `20${year}` : year;
  const day = date && month ? `${written}-${pad(month)}-${pad(date)}` : flat;
  return isDay(day) ? day : undefined;
}

/** Where the keys go: the last day before the change before, and the first day of the change after. */
export function around(changes: readonly Change[], shown: string): { before?: string; after?: string } {
  const days = changes.map(({ day }) => day).sort();
  const before = days.filter((day) => addDays(day, -1) < shown).at(-1);
  const after = days.find((day) => day > shown);
  return { ...(before && { before: addDays(before, -1) }), ...(after && { after }) };
}

/** The change that is nearest to a day, and its other side. */
export function nearest(changes: readonly Change[], shown: string): { day: string; other: string } | undefined {
  const gap = (day: string) => Math.abs(Date.parse(day) - Date.parse(shown));
  const [day] = changes.map((change) => change.day).sort((a, b) => gap(a) - gap(b));
  return day ? { day, other: shown < day ? day : addDays(day, -1) } : undefined;
}

const names = (units: Change['began']['units']) => units.map(({ fullName }) => fullName).join(', ');
const isFew = ({ count, units }: Change['began']) => count > 0 && count === units.length;

/** "5 đơn vị thành Xã Triệu Sơn". */
export function changeText(t: Translate, { ended, began, units }: Change): string {
  if (ended.count > 0 && began.count > 0) {
    const [only] = began.units;
    return began.count === 1 && only
      ? t('day.became', { n: ended.count, unit: only.fullName })
      : t('day.becameMany', { from: ended.count, to: began.count });
  }
  if (began.count > 0)
    return isFew(began) ? t('day.began', { units: names(began.units) }) : t('day.beganMany', { n: began.count });
  if (ended.count > 0)
    return isFew(ended) ? t('day.ended', { units: names(ended.units) }) : t('day.endedMany', { n: ended.count });
  return t('day.changed', { n: units });
}

export interface DayRow {
  day: string;
  text: string;
  icon: 'clock' | 'sitemap' | 'calendar';
}

/** A line for each change, and one for the last day of what ended by it. */
export function dayRows(t: Translate, changes: readonly Change[], today: string): DayRow[] {
  return changes.flatMap((change): DayRow[] => {
    const text = changeText(t, change);
    const isPlanned = change.day > today;
    const row: DayRow = {
      day: change.day,
      text: isPlanned ? t('day.planned', { what: text }) : text,
      icon: isPlanned ? 'calendar' : 'sitemap',
    };
    const { ended } = change;
    if (ended.count === 0) return [row];
    const last = isFew(ended) ? t('day.last', { units: names(ended.units) }) : t('day.lastMany', { n: ended.count });
    return [row, { day: addDays(change.day, -1), text: last, icon: 'clock' }];
  });
}

export const written = (day: string, lang: Lang): string => formatDate(day, lang, { withYear: true });
