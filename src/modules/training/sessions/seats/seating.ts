/**
 * Who gets a seat: pure, so that it is proven by properties. Each invited team keeps some seats for a while, so that no
 * hamlet is left out; the rest goes by the order of asking, and so does everything once the time of keeping is over.
 */
export interface SeatRules {
  capacity: number;
  /** Seats per team that others may not take while `isHeld`. */
  kept: ReadonlyMap<string, number>;
  isHeld: boolean;
}

export interface Seated {
  total: number;
  byTeam: ReadonlyMap<string, number>;
}

export interface Asking {
  personId: string;
  teamId: string | null;
}

/** Seats that are kept for teams other than this one and not taken yet. */
function keptForOthers({ kept, isHeld }: SeatRules, seated: Seated, teamId: string | null): number {
  if (!isHeld) return 0;
  let sum = 0;
  for (const [id, seats] of kept) if (id !== teamId) sum += Math.max(0, seats - (seated.byTeam.get(id) ?? 0));
  return sum;
}

export function hasSeat(rules: SeatRules, seated: Seated, teamId: string | null): boolean {
  return rules.capacity - seated.total - keptForOthers(rules, seated, teamId) > 0;
}

/** For each of those who ask, in this order, whether there is a seat; whoever has none does not take one from the next. */
export function seats(rules: SeatRules, seated: Seated, asking: readonly Asking[]): boolean[] {
  const byTeam = new Map(seated.byTeam);
  let total = seated.total;
  return asking.map(({ teamId }) => {
    if (!hasSeat(rules, { total, byTeam }, teamId)) return false;
    total += 1;
    if (teamId) byTeam.set(teamId, (byTeam.get(teamId) ?? 0) + 1);
    return true;
  });
}

/** Those of the waiting list who move up now, in its order; somebody for whom nothing is free is passed over, not dropped. */
export function promoted<T extends Asking>(rules: SeatRules, seated: Seated, waiting: readonly T[]): T[] {
  const free = seats(rules, seated, waiting);
  return waiting.filter((_, i) => free[i]);
}

/** Seats of a team that its members can still take. */
export function leftFor(rules: SeatRules, seated: Seated, teamId: string | null): number {
  return Math.max(0, rules.capacity - seated.total - keptForOthers(rules, seated, teamId));
}
