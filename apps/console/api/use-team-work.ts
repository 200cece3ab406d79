/** Each team's open work and last sign of life, and the running orders of a unit with every team's task. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type Schemas } from './client.ts';
import { useIdentity } from './me.tsx';

export type TeamWork = Schemas['TeamActivity'];
const calm = { staleTime: 60_000 } as const;

export function useTeamWork(unitId: string): Map<string, TeamWork> {
  const { data } = api.useQuery('get', '/units/{unitId}/team-activity', { params: { path: { unitId } } }, calm);
  return useMemo(() => new Map((data ?? []).map((row) => [row.teamId, row])), [data]);
}

/** The running orders; `tasks` holds each order's rows in the same order, empty until they arrive. */
export function useRunning(unitId: string) {
  const { may } = useIdentity();
  const assignments = api.useQuery(
    'get',
    '/units/{unitId}/assignments',
    { params: { path: { unitId }, query: { open: 'true', limit: 50 } } },
    { ...calm, enabled: may('assignment.read') },
  );
  const open = useMemo(() => (assignments.data?.items ?? []).filter((row) => !row.cancelledAt), [assignments.data]);
  const tasks = useQueries({
    queries: open.map((row) => ({
      ...api.queryOptions('get', '/assignments/{assignmentId}/tasks', {
        params: { path: { assignmentId: row.id }, query: {} },
      }),
      ...calm,
    })),
  });
  return { assignments, open, tasks: tasks.map((query) => query.data ?? []) };
}
