/** Chat groups of the teams: how many are named right, and which are shown first. */
import type { Schemas } from '../../api/client.ts';
import { compareNames } from '../../ui/vietnamese-order.ts';

export type GroupRow = Schemas['GroupRow'];
export type GroupTally = Record<GroupRow['state'], number>;

/** The commune's own group is no team's and is not counted. */
export function tally(rows: readonly GroupRow[]): GroupTally {
  const counts: GroupTally = { right: 0, wrong: 0, none: 0 };
  for (const row of rows) if (row.team) counts[row.state]++;
  return counts;
}

const order: readonly GroupRow['state'][] = ['wrong', 'none', 'right'];

/** Wrong names first, then missing groups; within each as people count hamlets. */
export function byNeed(a: GroupRow, b: GroupRow): number {
  return (
    order.indexOf(a.state) - order.indexOf(b.state) ||
    compareNames(a.unit.name, b.unit.name) ||
    compareNames(a.team?.name ?? '', b.team?.name ?? '')
  );
}

/** Leaders to whom the right name can be sent: their group has another name. */
export const misnamed = (rows: readonly GroupRow[]): string[] =>
  rows.flatMap((row) => (row.state === 'wrong' && row.team ? [row.team.id] : []));
