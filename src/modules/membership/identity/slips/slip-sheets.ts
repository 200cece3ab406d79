/** How slips lie on sheets of A4: eight cells each, in two columns. */
import { type SheetLooks, slipsOnSheet } from '#contracts/access/inviting';
import type { TeamToInvite } from './invitation.queries.ts';

export interface SheetOf<S> {
  /** Null where teams share sheets. */
  team: { name: string; leader: string | null } | null;
  slips: S[];
  /** Names that the leader ticks; absent where there is no such cell. */
  ticking?: string[];
}

/** @param slips those of the print, in the order in which they are to lie; of teams in the order of `teams` */
export function sheetsOf<S extends { personId: string; fullName: string }>(
  teams: readonly TeamToInvite[],
  slips: ReadonlyMap<string, S>,
  looks: SheetLooks,
): SheetOf<S>[] {
  const { byTeam, ticking } = looks;
  const groups = teams.flatMap(({ name, members }) => {
    const own = members.flatMap(({ personId }) => slips.get(personId) ?? []);
    const leader = members.find(({ role }) => role === 'leader')?.fullName ?? null;
    return own.length > 0 ? [{ team: { name, leader }, slips: own }] : [];
  });
  const runs = byTeam ? groups : [{ team: null, slips: groups.flatMap((group) => group.slips) }];
  const most = slipsOnSheet(looks);
  return runs.flatMap(({ team, slips: own }) =>
    Array.from({ length: Math.ceil(own.length / most) }, (_, i) => {
      const here = own.slice(i * most, (i + 1) * most);
      return { team, slips: here, ...(ticking && { ticking: here.map(({ fullName }) => fullName) }) };
    }),
  );
}
