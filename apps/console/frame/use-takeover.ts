/** What the commune took over last; the menu, the page and the documents ask once together. */
import { api } from '../api/client.ts';
import { useIdentity } from '../api/me.tsx';

export function useTakeover() {
  const { post, may, commune } = useIdentity();
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/takeover',
    { params: { path: { unitId: post.unit.id } } },
    { staleTime: 60_000, enabled: commune && may('committee.manage') },
  );
  return data?.takeover ?? null;
}
