/** What each team gets of the next order of a series. Pure. */
import { splitTarget } from '#contracts/tasks/targets';

interface TeamShare {
  teamId: string;
  target: number;
}

/**
 * New teams get the average share, rounded up; a whole target is split over all in the proportion of these shares. A team
 * whose part comes to nothing is left out.
 */
export function nextShares<T extends TeamShare>(
  before: readonly T[],
  joining: readonly Omit<T, 'target'>[],
  whole: number | null,
): T[] {
  const sum = before.reduce((all, { target }) => all + target, 0);
  const average = before.length === 0 ? 1 : Math.ceil(sum / before.length);
  const shares = [...before, ...joining.map((team) => ({ ...team, target: average }) as T)];
  if (whole === null) return shares;
  const parts = splitTarget(
    whole,
    shares.map(({ teamId, target }) => ({ teamId, weight: target })),
  );
  return shares.flatMap((share) => {
    const target = parts.get(share.teamId) ?? 0;
    return target > 0 ? [{ ...share, target }] : [];
  });
}
