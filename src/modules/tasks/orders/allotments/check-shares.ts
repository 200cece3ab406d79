/** What speaks against numbers for communes, all of it at once and each by its row. Pure. */
import type { ProblemDetail } from '#platform/http';

export interface CommuneShare {
  unitId: string;
  target: number;
}

const problem = (path: string, code: string, params: Record<string, unknown> = {}): ProblemDetail => ({
  path,
  code: `allotment.${code}`,
  params,
});

/** @param inside communes below the unit today. @param target of the whole; without it, whatever they add up to */
export function shareProblems(
  shares: readonly CommuneShare[],
  inside: ReadonlySet<string>,
  target?: number,
): ProblemDetail[] {
  const found: ProblemDetail[] = [];
  const sum = sumOf(shares);
  if (target !== undefined && sum !== target)
    found.push(problem('shares', 'sharesDiffer', { sum, target, difference: target - sum }));
  const seen = new Set<string>();
  for (const [index, { unitId }] of shares.entries()) {
    const path = `shares.${index}.unitId`;
    if (seen.has(unitId)) found.push(problem(path, 'communeTwice', { unitId }));
    else if (!inside.has(unitId)) found.push(problem(path, 'communeOutside', { unitId }));
    seen.add(unitId);
  }
  return found;
}

export const sumOf = (shares: readonly CommuneShare[]): number =>
  shares.reduce((total, { target }) => total + target, 0);

export interface TouchedCommune {
  unitId: string;
  before: number | null;
  after: number | null;
}

/** Communes for which something is different. @param all everybody has another day now */
export function touched(
  before: readonly CommuneShare[],
  after: readonly CommuneShare[],
  { all }: { all: boolean },
): TouchedCommune[] {
  const had = new Map(before.map(({ unitId, target }) => [unitId, target]));
  const has = new Map(after.map(({ unitId, target }) => [unitId, target]));
  return [...new Set([...had.keys(), ...has.keys()])]
    .map((unitId) => ({ unitId, before: had.get(unitId) ?? null, after: has.get(unitId) ?? null }))
    .filter((one) => one.before !== one.after || (all && one.after !== null));
}

/**
 * Numbers of communes that are no more, each with one heir: the heir has them, added to its own; the whole stays what it was.
 * One that was divided keeps its number until somebody says whose it is.
 */
export function toHeirs(
  shares: readonly CommuneShare[],
  heirs: ReadonlyMap<string, readonly string[]>,
): CommuneShare[] | undefined {
  const sums = new Map<string, number>();
  let moved = false;
  for (const { unitId, target } of shares) {
    const [heir, other] = heirs.get(unitId) ?? [];
    const to = heir !== undefined && other === undefined ? heir : unitId;
    if (to !== unitId) moved = true;
    sums.set(to, (sums.get(to) ?? 0) + target);
  }
  return moved ? [...sums].map(([unitId, target]) => ({ unitId, target })) : undefined;
}
