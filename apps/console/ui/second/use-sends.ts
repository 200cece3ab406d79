import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';

/** What of the unit waits for a second officer. */
export function useSends(unitId: string) {
  const { may } = useIdentity();
  return api.useQuery(
    'get',
    '/units/{unitId}/send-requests',
    { params: { path: { unitId } } },
    { enabled: may('send.second'), refetchInterval: 60_000 },
  );
}
