/** What becomes of communes' numbers from one month to the next. Pure. */
import type { CommuneShare } from '../check-shares.ts';

export interface NextShares {
  shares: CommuneShare[];
  /** Communes that are no more; `to`: the one heir that has their number now. */
  ended: (CommuneShare & { to: string | null })[];
  /** Communes of today that have no number. */
  without: string[];
}

/** A commune's number goes to its one heir; where there is none or more than one it is nobody's, and is said. */
export function nextNumbers(
  last: readonly CommuneShare[],
  communes: readonly string[],
  heirs: ReadonlyMap<string, readonly string[]>,
): NextShares {
  const today = new Set(communes);
  const sums = new Map<string, number>();
  const ended: NextShares['ended'] = [];
  for (const { unitId, target } of last) {
    const [heir, other] = heirs.get(unitId) ?? [];
    const only = heir !== undefined && other === undefined && today.has(heir) ? heir : null;
    const to = today.has(unitId) ? unitId : only;
    if (to !== unitId) ended.push({ unitId, target, to });
    if (to !== null && target > 0) sums.set(to, (sums.get(to) ?? 0) + target);
  }
  return {
    shares: [...sums].map(([unitId, target]) => ({ unitId, target })),
    ended,
    without: communes.filter((id) => !sums.has(id)),
  };
}
