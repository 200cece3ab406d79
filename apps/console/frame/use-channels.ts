/** State of the channels, one query for the bar of every screen, the menu's count and the channels' own screen. */
import { api } from '../api/client.ts';
import { useIdentity } from '../api/me.tsx';

const refreshMs = 30_000;

/** Paths whose answers a decision about channels makes stale. */
export const channelPaths = ['/channels', '/channels/{channelId}/divert-plan'] as const;

export function useChannels() {
  const { may } = useIdentity();
  return api.useQuery(
    'get',
    '/channels',
    {},
    { staleTime: refreshMs, refetchInterval: refreshMs, enabled: may('channel.read') },
  );
}
