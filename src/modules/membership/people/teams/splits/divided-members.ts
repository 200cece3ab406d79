/** Who goes on in which half of a hamlet. Pure. */
import type { OldMembership } from '../mergers/merged-members.ts';

type Halves<T> = [T, T];

/**
 * Everybody in the half that was said of them, in the role that they had. Whoever nobody has named, as they came at the last
 * moment, goes on where the leader does: nobody is left without a team.
 */
export function dividedMembers(
  rows: readonly OldMembership[],
  [one, two]: Halves<ReadonlySet<string>>,
  onDate: string,
): Halves<OldMembership[]> {
  const named = ({ personId }: OldMembership): 0 | 1 | undefined => {
    if (one.has(personId)) return 0;
    return two.has(personId) ? 1 : undefined;
  };
  const leads = rows.find(({ role }) => role === 'leader');
  const others = (leads && named(leads)) ?? (two.size > one.size ? 1 : 0);
  const halves: Halves<OldMembership[]> = [[], []];
  for (const row of rows) halves[named(row) ?? others].push({ ...row, from: row.from < onDate ? onDate : row.from });
  return halves;
}
