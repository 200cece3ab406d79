/** What a hamlet that becomes two still lacks. Pure: the drawer shows it while it is typed, the server asks it before the day. */
import { splitTarget } from '../../tasks/targets.ts';

export interface SplitHalf {
  type: string;
  name: string;
  households: number;
  memberIds: readonly string[];
  /** Of open tasks whose parts are not those that follow from the households. */
  shares: readonly { taskId: string; target: number }[];
}
export type SplitHalves<H = SplitHalf> = readonly [H, H];

export interface SplitFacts {
  /** Null: not known of the hamlet. */
  households: number | null;
  people: readonly { id: string; fullName: string }[];
}
export type SplitGap =
  | { code: 'sameName'; params: { name: string } }
  | { code: 'householdsDiffer'; params: { sum: number; known: number } }
  | { code: 'memberOpen'; params: { count: number; name: string } }
  | { code: 'memberTwice'; params: { name: string } };

export function splitGaps([one, two]: SplitHalves, { households, people }: SplitFacts): SplitGap[] {
  const gaps: SplitGap[] = [];
  const [name, other] = [one, two].map((half) => half.name.trim().toLowerCase());
  if (name && name === other) gaps.push({ code: 'sameName', params: { name: two.name.trim() } });
  const sum = one.households + two.households;
  if (households !== null && sum !== households)
    gaps.push({ code: 'householdsDiffer', params: { sum, known: households } });
  const isIn = ({ memberIds }: SplitHalf, id: string): boolean => memberIds.includes(id);
  const open = people.filter(({ id }) => !isIn(one, id) && !isIn(two, id));
  const both = people.find(({ id }) => isIn(one, id) && isIn(two, id));
  if (open[0]) gaps.push({ code: 'memberOpen', params: { count: open.length, name: open[0].fullName } });
  if (both) gaps.push({ code: 'memberTwice', params: { name: both.fullName } });
  return gaps;
}

export interface TaskToSplit {
  id: string;
  target: number;
  /** Handed in, it waits as a whole for its answer. */
  whole: boolean;
}

export interface WorkingHalf extends Pick<SplitHalf, 'households' | 'shares'> {
  /** Somebody goes on in it. */
  hasTeam: boolean;
}

/**
 * What each half is asked for, by households, or as it was written where that still adds up. A half without anybody does
 * nothing. What is handed in stays one, with the half in which more of it was done.
 */
export function splitTask(
  { id, target, whole }: TaskToSplit,
  halves: SplitHalves<WorkingHalf>,
  doneBy: readonly [number, number] = [0, 0],
): [number, number] {
  const [one, two] = halves;
  if (!two.hasTeam) return [target, 0];
  if (!one.hasTeam) return [0, target];
  if (whole) return doneBy[1] > doneBy[0] ? [0, target] : [target, 0];
  const [a, b] = halves.map(({ shares }) => shares.find(({ taskId }) => taskId === id)?.target);
  if (a !== undefined && b !== undefined && a + b === target) return [a, b];
  const parts = splitTarget(
    target,
    halves.map(({ households }, at) => ({ teamId: String(at), weight: households })),
  );
  return [parts.get('0') ?? 0, parts.get('1') ?? 0];
}
