import { api } from '../../api/client.ts';
import type { YearAgo } from './year-ago.ts';

/** Undefined while it loads, and where nothing can be had: a comparison is no reason to show no figures. */
export function useYearAgo(unitId: string, month: string, count = 1, enabled = true): YearAgo | undefined {
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/year-ago',
    { params: { path: { unitId }, query: { month, count } } },
    { staleTime: 60_000, retry: false, enabled },
  );
  return data;
}
