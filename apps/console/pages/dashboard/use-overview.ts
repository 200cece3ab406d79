import { api, client, queryClient, type Schemas } from '../../api/client.ts';
import { type Pages, usePages } from '../../api/use-pages.ts';

export type TeamRow = Schemas['OverviewTeam'];
export type TeamsWanted = 'silent' | 'inactive' | 'late';

const overviewOf = (unitId: string, month?: string, at?: string) =>
  [
    'get',
    '/units/{unitId}/overview',
    { params: { path: { unitId }, query: { ...(month && { month }), ...(at && { at }) } } },
    { staleTime: 60_000 },
  ] as const;

/** Fetches the working month's before the screen is there that shows it. */
export const fetchOverview = (unitId: string): Promise<void> =>
  queryClient.prefetchQuery(api.queryOptions(...overviewOf(unitId)));

/** Without a month the server gives the one that people work on, or worked on at the day. */
export function useOverview(unitId: string, month: string | undefined, at?: string) {
  return api.useQuery(...overviewOf(unitId, month, at));
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
