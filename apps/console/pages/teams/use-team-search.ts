import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type TeamFilter, teamFilters } from '../../api/team-filters.ts';

const route = getRouteApi('/teams');

/** What the list of teams is searched and filtered by: it stands in the address. */
export function useTeamSearch() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const filter: TeamFilter = teamFilters.includes(search.filter as TeamFilter) ? (search.filter as TeamFilter) : 'all';
  const change = (next: Partial<typeof search>) =>
    void navigate({
      to: '/teams',
      replace: true,
      search: Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value)),
    });
  return { search, filter, query: search.q ?? '', change };
}
