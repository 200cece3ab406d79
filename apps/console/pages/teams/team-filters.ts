/** Filters of the teams' table; they live in the address so that a link shows the same rows. */
import { foldMarks } from '#i18n/fold';
import type { Schemas } from '../../api/client.ts';

export type TeamRow = Schemas['TeamRow'];
export type TeamFilter = 'all' | 'lacking' | 'noSupporter' | 'group' | 'draft';

const tests: Record<TeamFilter, (team: TeamRow) => boolean> = {
  all: () => true,
  lacking: (team) => team.needsStrengthening,
  noSupporter: (team) => team.status !== 'dissolved' && team.supporters.length === 0,
  group: (team) => team.group.state !== 'right',
  draft: (team) => team.status === 'draft',
};

export const teamFilters = Object.keys(tests) as TeamFilter[];

export function countTeams(teams: readonly TeamRow[]): Record<TeamFilter, number> {
  return Object.fromEntries(teamFilters.map((filter) => [filter, teams.filter(tests[filter]).length])) as Record<
    TeamFilter,
    number
  >;
}

export function searchText(team: TeamRow): string {
  return [
    team.name,
    team.hamlet.name,
    team.leader?.fullName,
    team.leader?.position,
    ...team.supporters.map((person) => person.fullName),
  ]
    .filter(Boolean)
    .join(' ');
}

export function filterTeams(teams: readonly TeamRow[], filter: TeamFilter, query: string): TeamRow[] {
  const wanted = foldMarks(query);
  return teams.filter((team) => tests[filter](team) && (!wanted || foldMarks(searchText(team)).includes(wanted)));
}
