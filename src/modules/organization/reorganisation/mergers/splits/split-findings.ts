/** What a hamlet still lacks that is divided within a reform of communes. Pure. */
import type { ReformFindingCode } from '#contracts/organization/reform-kinds';
import { type SplitFacts, splitGaps } from '#contracts/organization/splits/split-gaps';
import type { HamletSplit } from './split-lines.ts';

export interface SplitOf extends SplitFacts {
  name: string;
  /** Nothing of its team stands against it. */
  isFree: boolean;
}
interface Found {
  code: ReformFindingCode;
  params: Record<string, string | number>;
}

/** @param heirs lines of the units to which parts of the divided one go */
export function splitFindings({ halves }: HamletSplit, of: SplitOf | undefined, heirs: ReadonlySet<number>): Found[] {
  const called = halves.map(({ name }) => name).join(', ');
  if (!of) return [{ code: 'splitGone', params: { name: called } }];
  const { name } = of;
  const found: Found[] = halves.flatMap((half): Found[] => {
    if (half.intoPosition === null) return [{ code: 'splitOpen', params: { name, half: half.name } }];
    return heirs.has(half.intoPosition) ? [] : [{ code: 'notItsHeir', params: { name: half.name } }];
  });
  const isOnePlace = halves[0].intoPosition === halves[1].intoPosition;
  for (const { code, params } of splitGaps(halves, of)) {
    if (code === 'sameName' && isOnePlace) found.push({ code: 'splitNames', params: { name: params.name } });
    if (code === 'householdsDiffer') found.push({ code: 'splitHouseholds', params: { name, ...params } });
    if (code === 'memberOpen')
      found.push({ code: 'splitMembers', params: { name, count: params.count, first: params.name } });
  }
  return of.isFree ? found : [...found, { code: 'splitTeam', params: { name } }];
}
