/** Small numbers of the menu; the same queries as the screens, so they cost one request together. */
import { api } from '../api/client.ts';
import { useIdentity } from '../api/me.tsx';
import { useToday } from './today/use-today.ts';
import type { NavItem } from './nav-items.ts';
import { useTakeover } from './use-takeover.ts';
import { useChannels } from './use-channels.ts';

/** Of an item that is in the menu only for a while. */
export const absent = -1;
const slow = { staleTime: 60_000 } as const;

export function useNavCounts(): Record<NonNullable<NavItem['count']> | 'lateRequests', number> {
  const { post, may } = useIdentity();
  const params = { params: { path: { unitId: post.unit.id }, query: { filter: 'open', limit: 1 } } } as const;
  const difficulties = api.useQuery('get', '/units/{unitId}/difficulties', params, {
    ...slow,
    enabled: may('difficulty.read'),
  });
  const today = useToday();
  const channels = useChannels();
  const takeover = useTakeover();
  return {
    today: today.rows.length,
    teams: today.teams.data?.activeTeams ?? 0,
    results: today.results.data?.total ?? 0,
    difficulties: difficulties.data?.counts.open ?? 0,
    dataRequests: today.requests?.open ?? 0,
    lateRequests: today.requests?.late ?? 0,
    takeover: takeover?.shown ? takeover.rows.filter(({ done }) => !done).length : absent,
    channels: channels.data?.channels.filter((row) => row.state === 'failing').length ?? 0,
  };
}
