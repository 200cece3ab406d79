/** What the screen about holidays and days in exchange derives. Pure. */
import { formatDate, type Lang, weekdayName, weekdayOf } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { Post } from '../../api/me.tsx';
import type { Translate } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type WorkDay = Schemas['WorkDay'];
export type Kind = WorkDay['kind'];
export type Moved = Schemas['MovedDues'];

/** As far as the server keeps days. */
export const firstYear = 2022;
export const lastYear = 2100;

export const kinds = ['holiday', 'swapped_working_day'] as const satisfies readonly Kind[];

export const kindLooks: Record<Kind, { tone: Tone; icon: IconName }> = {
  holiday: { tone: 'new', icon: 'calendar-event' },
  swapped_working_day: { tone: 'doing', icon: 'arrows-exchange' },
};

/** The days hold for the whole country: an administrator of the topmost unit keeps them. The server decides in the end. */
export const keepsDays = ({ may, team, unit, ancestors }: Post): boolean =>
  may.includes('calendar.manage') && team === null && ancestors.every(({ id }) => id === unit.id);

/** "2/9/2026". */
export const dateText = (day: string, lang: Lang): string => formatDate(day, lang, { withYear: true });

/** "Thứ Tư, 2/9/2026 lại là ngày làm việc." once the day follows the week again. */
export function afterwards(t: Translate, lang: Lang, { day }: WorkDay): string {
  const saturday = 5;
  return t(weekdayOf(day) < saturday ? 'days.backToWork' : 'days.backToRest', {
    weekday: weekdayName(day, lang),
    date: dateText(day, lang),
  });
}
