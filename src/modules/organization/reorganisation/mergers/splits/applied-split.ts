import type { Half, HamletSplit } from './split-lines.ts';

/** A hamlet that has become two, with what was said of its people and work. */
export interface AppliedSplit {
  title: string;
  onDate: string;
  hamletId: string;
  halves: readonly [AppliedHalf, AppliedHalf];
  byId: string;
}
export interface AppliedHalf extends Pick<Half, 'households' | 'memberIds' | 'shares'> {
  unitId: string;
}

export function appliedOf(
  { title, onDate, scheduledBy }: { title: string; onDate: string; scheduledBy: string | null },
  splits: readonly HamletSplit[],
): AppliedSplit[] {
  const applied = ({ beganId, households, memberIds, shares }: Half): AppliedHalf | undefined =>
    beganId ? { unitId: beganId, households, memberIds, shares } : undefined;
  return splits.flatMap(({ hamletId, halves }) => {
    const [one, two] = [applied(halves[0]), applied(halves[1])];
    return one && two && scheduledBy ? [{ title, onDate, hamletId, halves: [one, two], byId: scheduledBy }] : [];
  });
}
