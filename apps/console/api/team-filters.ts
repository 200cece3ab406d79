/** Filters of the teams' table; they live in the address so that a link shows the same rows. */
import type { Schemas } from './client.ts';

export type TeamRow = Schemas['TeamRow'];
export const teamFilters = ['all', 'lacking', 'noSupporter', 'group', 'draft'] as const;
export type TeamFilter = (typeof teamFilters)[number];

/** How many teams each filter shows, as the server has counted them. */
export function countTeams(sums: Schemas['TeamSums'] | undefined): Record<TeamFilter, number> | undefined {
  return (
    sums && {
      all: sums.activeTeams + sums.draftTeams,
      lacking: sums.lacking,
      noSupporter: sums.noSupporter,
      group: sums.activeTeams - sums.groups,
      draft: sums.draftTeams,
    }
  );
}
