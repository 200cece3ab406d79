/** What moved elsewhere arrives as server-sent events and refetches exactly what it names; a reconnection refetches all. */
import { useEffect } from 'react';
import { openEventStream, type ServerEvent } from '#client/event-stream';
import { apiBase, queryClient } from './client.ts';
import { session } from './session.ts';

type Key = readonly [method: string, path: string, init?: { params?: { path?: { assignmentId?: string } } }];

function assignmentOf(data: string): string | undefined {
  try {
    return (JSON.parse(data) as { assignmentId?: string }).assignmentId;
  } catch {
    return undefined;
  }
}

/** True for the queries that a movement inside the assignment makes stale. */
export function touchedBy(assignmentId: string | undefined, [, path, init]: Key): boolean {
  if (path.startsWith('/assignments/')) return !assignmentId || init?.params?.path?.assignmentId === assignmentId;
  return path === '/units/{unitId}/assignments' || path === '/units/{unitId}/results';
}

export function refreshFrom({ event, data }: ServerEvent): void {
  if (event === 'inbox') void queryClient.invalidateQueries({ queryKey: ['get', '/me/inbox'] });
  if (event !== 'assignment') return;
  const id = assignmentOf(data);
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => touchedBy(id, queryKey as Key) });
}

export function useLive(): void {
  useEffect(() => {
    let opened = false;
    return openEventStream({
      url: `${apiBase}/me/inbox/stream`,
      token: () => session.get()?.token,
      onEvent: refreshFrom,
      onOpen: () => {
        if (opened) void queryClient.invalidateQueries();
        opened = true;
      },
    });
  }, []);
}
