/** A person's days of a month, each once. Pure. */
import type { DayOfPerson } from './service-day.queries.ts';

export interface PersonDays {
  personId: string;
  /** Where most of the days are of, so that a member of two teams is paid once. */
  teamId: string;
  confirmed: string[];
  waiting: number;
}

export function daysByPerson(lines: readonly DayOfPerson[]): PersonDays[] {
  const people = new Map<string, DayOfPerson[]>();
  for (const line of lines) {
    const known = people.get(line.personId);
    if (known) known.push(line);
    else people.set(line.personId, [line]);
  }
  return [...people].map(([personId, own]) => {
    const confirmed = new Set(own.filter(({ isConfirmed }) => isConfirmed).map(({ day }) => day));
    const all = new Set(own.map(({ day }) => day));
    return {
      personId,
      teamId: mostOf(own),
      confirmed: [...confirmed].sort(),
      waiting: all.size - confirmed.size,
    };
  });
}

/** Confirmed days weigh first; the id decides, so that the same lines give the same team. */
function mostOf(lines: readonly DayOfPerson[]): string {
  const weights = new Map<string, number>();
  for (const { teamId, isConfirmed } of lines)
    weights.set(teamId, (weights.get(teamId) ?? 0) + (isConfirmed ? 1000 : 1));
  const [best] = [...weights].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}
