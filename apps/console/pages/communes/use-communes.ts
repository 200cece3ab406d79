/** The communes below a district or province with their teams; one request each, shared by all screens. */
import { useQueries } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';

export interface CommuneTeams {
  unit: Schemas['Unit'];
  list: Schemas['TeamList'] | undefined;
}

export function useCommunes(): { communes: CommuneTeams[]; loading: boolean; error: unknown; refetch: () => unknown } {
  const { post, commune } = useIdentity();
  const units = api.useQuery(
    'get',
    '/units',
    { params: { query: { kind: 'commune', under: post.unit.id, limit: 200 } } },
    { enabled: !commune, staleTime: 600_000 },
  );
  const rows = units.data?.items ?? [];
  const lists = useQueries({
    queries: rows.map((unit) => ({
      ...api.queryOptions('get', '/units/{unitId}/teams', { params: { path: { unitId: unit.id }, query: {} } }),
      staleTime: 60_000,
    })),
  });
  return {
    communes: rows.map((unit, index) => ({ unit, list: lists[index]?.data })),
    loading: units.isPending || lists.some((list) => list.isPending),
    error: units.error,
    refetch: units.refetch,
  };
}
