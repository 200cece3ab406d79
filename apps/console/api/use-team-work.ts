/** Each team's open work and last sign of life, and the running orders of a unit. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, queryClient, type Schemas } from './client.ts';
import { useIdentity } from './me.tsx';

export type TeamWork = Schemas['TeamActivity'];
const calm = { staleTime: 60_000 } as const;

const atOnce = 50;
const byTeam = (answers: readonly { data?: readonly TeamWork[] | undefined }[]): Map<string, TeamWork> =>
  new Map(answers.flatMap(({ data }) => data ?? []).map((row) => [row.teamId, row]));

/** Of the teams that are shown, as many as a page has at a time. */
export function useTeamWork(unitId: string, teamIds: readonly string[]): Map<string, TeamWork> {
  const pages = useMemo(() => {
    const starts = Array.from({ length: Math.ceil(teamIds.length / atOnce) }, (_, n) => n * atOnce);
    return starts.map((from) => teamIds.slice(from, from + atOnce).join(','));
  }, [teamIds]);
  return useQueries({
    queries: pages.map((teams) => ({
      ...api.queryOptions('get', '/units/{unitId}/team-activity', { params: { path: { unitId }, query: { teams } } }),
      ...calm,
    })),
    combine: byTeam,
  });
}

const runningOf = (unitId: string) =>
  [
    'get',
    '/units/{unitId}/assignments',
    { params: { path: { unitId }, query: { open: 'true', limit: 50 } } },
    calm,
  ] as const;

/** Fetches them before the screen is there that shows them. */
export const fetchRunning = (unitId: string): Promise<void> =>
  queryClient.prefetchQuery(api.queryOptions(...runningOf(unitId)));

/** The newest running orders: as many as a screen can look after. */
export function useRunning(unitId: string) {
  const { may } = useIdentity();
  const [method, path, init, calmly] = runningOf(unitId);
  const assignments = api.useQuery(method, path, init, { ...calmly, enabled: may('assignment.read') });
  const open = useMemo(() => (assignments.data?.items ?? []).filter((row) => !row.cancelledAt), [assignments.data]);
  return { assignments, open };
}
