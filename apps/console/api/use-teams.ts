import type { SortingState } from '@tanstack/react-table';
import { api, client, type Schemas } from './client.ts';
import { type Pages, usePages } from './use-pages.ts';
import type { TeamFilter, TeamRow } from './team-filters.ts';

type Query = { q?: string; filter?: Exclude<TeamFilter, 'all'> | 'active'; at?: string };

/** The order that the server is asked for: by what the table's pressed column shows. */
export function sortOf([first]: SortingState): 'name' | '-name' | 'members' | '-members' {
  const by = first?.id === 'members' ? 'members' : 'name';
  return first?.desc ? `-${by}` : by;
}

/** The teams of a unit, fetched as they are scrolled. */
export function useTeams(
  unitId: string,
  asked: Query,
  { sort = [], limit = 50, enabled }: { sort?: SortingState; limit?: number; enabled?: boolean } = {},
): Pages<TeamRow, Schemas['TeamPage']> {
  const query = {
    ...(asked.q && { q: asked.q }),
    ...(asked.filter && { filter: asked.filter }),
    ...(asked.at && { at: asked.at }),
    sort: sortOf(sort),
    limit,
  };
  return usePages(
    '/units/{unitId}/teams',
    { unitId, ...query },
    (cursor) => client.GET('/units/{unitId}/teams', { params: { path: { unitId }, query: { ...query, ...cursor } } }),
    { enabled },
  );
}

export function useTeamSums(unitId: string, { at, enabled = true }: { at?: string; enabled?: boolean } = {}) {
  return api.useQuery(
    'get',
    '/units/{unitId}/teams/sums',
    { params: { path: { unitId }, query: at ? { at } : {} } },
    { enabled, staleTime: 60_000 },
  );
}

/** Hamlets without an active team, by name. */
export function useHamletsWithoutTeam(unitId: string, { q = '', limit = 50, enabled = true } = {}) {
  const query = { limit, ...(q && { q }) };
  return api.useQuery(
    'get',
    '/units/{unitId}/teams/missing',
    { params: { path: { unitId }, query } },
    { enabled, staleTime: 60_000, placeholderData: (before) => before },
  );
}
