/** Who is told by one act on many, and by which route. Pure. */
import type { Schemas } from '../../api/client.ts';
import type { Route } from '../channel-looks.ts';

export type ToldUnit = Schemas['RemindPreview']['units'][number];

/** Routes by how many people they reach, the most first; those whom nothing reaches come last. Each person once. */
export function byRoute(units: readonly ToldUnit[]): { route: Route; n: number }[] {
  const people = new Map(units.flatMap((unit) => unit.people.map(({ person, route }) => [person.id, route] as const)));
  const counts = new Map<Route, number>();
  for (const route of people.values()) counts.set(route, (counts.get(route) ?? 0) + 1);
  return [...counts]
    .map(([route, n]) => ({ route, n }))
    .sort((a, b) => Number(a.route === 'none') - Number(b.route === 'none') || b.n - a.n);
}

export const toldOf = (units: readonly ToldUnit[]): ToldUnit[] => units.filter(({ leftAlone }) => leftAlone === null);
export const leftOf = (units: readonly ToldUnit[]): ToldUnit[] => units.filter(({ leftAlone }) => leftAlone !== null);
