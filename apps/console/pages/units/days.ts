/** Which days the screen offers beside today. Pure. */
import { addDays } from '#i18n';
import type { Schemas } from '../../api/client.ts';

export interface DayChoice {
  at: string;
  /** The day on which the tree changed or will. */
  day: string;
  when: 'before' | 'after';
}

/** Before the day of the largest change so far, and after the next one: more would not be read. */
export function dayChoices(days: Schemas['UnitSummary']['days'], today: string): DayChoice[] {
  const past = days.filter(({ day }) => day <= today).sort((a, b) => b.units - a.units || b.day.localeCompare(a.day));
  const next = days.filter(({ day }) => day > today).sort((a, b) => a.day.localeCompare(b.day));
  return [
    ...past.slice(0, 1).map(({ day }) => ({ at: addDays(day, -1), day, when: 'before' as const })),
    ...next.slice(0, 1).map(({ day }) => ({ at: day, day, when: 'after' as const })),
  ];
}
