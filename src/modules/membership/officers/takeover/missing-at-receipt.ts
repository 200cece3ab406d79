/** What was missing of a former unit when it came: hamlets without a team, teams that lacked somebody. Pure. */
import type { Affiliation, TeamRole } from '#contracts/enums';
import { comparePlaces } from '#i18n/fold';
import { gapsOf, type Rule, type Seat } from '../../composition.ts';

export interface HamletAtReceipt {
  name: string;
  /** The people of its active team; null: there was none. */
  seats: readonly Seat[] | null;
  rules: readonly Rule[];
}

export interface Missing {
  kind: 'no_team' | Rule['kind'];
  need: number;
  role: TeamRole | null;
  affiliation: Affiliation | null;
  /** In so many hamlets, and the first of them. */
  count: number;
  first: string;
}

export function missingAtReceipt(hamlets: readonly HamletAtReceipt[]): Missing[] {
  const found = new Map<string, Missing>();
  for (const { name, seats, rules } of [...hamlets].sort((a, b) => comparePlaces(a.name, b.name)))
    for (const { kind, need, role, affiliation } of lacks(seats, rules)) {
      const key = [kind, need, role, affiliation].join(' ');
      const one = found.get(key);
      if (one) one.count++;
      else found.set(key, { kind, need, role, affiliation, count: 1, first: name });
    }
  return [...found.values()];
}

function lacks(seats: readonly Seat[] | null, rules: readonly Rule[]): Omit<Missing, 'count' | 'first'>[] {
  if (seats === null) return [{ kind: 'no_team', need: 1, role: null, affiliation: null }];
  return gapsOf(rules, seats);
}
