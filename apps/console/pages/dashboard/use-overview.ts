import { api, client, type Schemas } from '../../api/client.ts';
import { type Pages, usePages } from '../../api/use-pages.ts';

export type TeamRow = Schemas['OverviewTeam'];
export type TeamsWanted = 'silent' | 'inactive' | 'late';

/** Without a month the server gives the one that people work on. */
export function useOverview(unitId: string, month: string | undefined) {
  return api.useQuery(
    'get',
    '/units/{unitId}/overview',
    { params: { path: { unitId }, query: month ? { month } : {} } },
    { staleTime: 60_000 },
  );
}

/** The teams behind a figure, as they are scrolled to. */
export function useOverviewTeams(
  unitId: string,
  what: TeamsWanted,
  month: string,
): Pages<TeamRow, Schemas['OverviewTeamPage']> {
  const path = { unitId };
  const query = { what, month };
  return usePages(
    '/units/{unitId}/overview/teams',
    { params: { path, query } },
    (cursor) => client.GET('/units/{unitId}/overview/teams', { params: { path, query: { ...query, ...cursor } } }),
    { idOf: ({ id }) => id },
  );
}
