import { api, client, type Schemas } from '../../api/client.ts';
import { type Pages, usePages } from '../../api/use-pages.ts';

export type TeamRow = Schemas['OverviewTeam'];
export type TeamsWanted = 'silent' | 'inactive' | 'late';

/** Without a month the server gives the one that people work on, or worked on at the day. */
export function useOverview(unitId: string, month: string | undefined, at?: string) {
  return api.useQuery(
    'get',
    '/units/{unitId}/overview',
    { params: { path: { unitId }, query: { ...(month && { month }), ...(at && { at }) } } },
    { staleTime: 60_000 },
  );
}

/** The teams behind a figure, as they are scrolled to. */
export function useOverviewTeams(
  unitId: string,
  what: TeamsWanted,
  month: string,
  at?: string,
): Pages<TeamRow, Schemas['OverviewTeamPage']> {
  const path = { unitId };
  const query = { what, month, ...(at && { at }) };
  return usePages(
    '/units/{unitId}/overview/teams',
    { params: { path, query } },
    (cursor) => client.GET('/units/{unitId}/overview/teams', { params: { path, query: { ...query, ...cursor } } }),
    { idOf: ({ id }) => id },
  );
}
