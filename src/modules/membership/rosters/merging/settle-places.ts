/** Two people's places become one person's: of days that both have at the same place, one of the two keeps them. Pure. */
import type { Validity } from '#modules/organization';

export interface PlaceToSettle extends Validity {
  id: string;
  /** The same for what cannot be held twice at a time. */
  key: string;
  /** The smaller keeps the days. */
  rank: number;
}

/** What is left of each row that loses days; [] where nothing is. */
export function settlePlaces(rows: readonly PlaceToSettle[]): Map<string, Validity[]> {
  const changed = new Map<string, Validity[]>();
  const taken = new Map<string, Validity[]>();
  const ordered = [...rows].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  for (const { id, key, from, to } of ordered) {
    const before = taken.get(key) ?? [];
    const pieces = before.reduce<Validity[]>((left, each) => left.flatMap((one) => without(one, each)), [{ from, to }]);
    const isWhole = pieces.length === 1 && pieces[0]?.from === from && pieces[0]?.to === to;
    if (!isWhole) changed.set(id, pieces);
    taken.set(key, [...before, ...pieces]);
  }
  return changed;
}

/** The days of one without those of another; `to` is the first day after, null: without end. */
function without(one: Validity, other: Validity): Validity[] {
  const pieces: Validity[] = [];
  if (other.to !== null && other.to <= one.from) return [one];
  if (one.to !== null && one.to <= other.from) return [one];
  if (one.from < other.from) pieces.push({ from: one.from, to: other.from });
  if (other.to !== null && (one.to === null || other.to < one.to)) pieces.push({ from: other.to, to: one.to });
  return pieces;
}
