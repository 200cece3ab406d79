/** The teams that can be given work: a commune's own, or those of all communes below a district. */
import { useMemo } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type TeamWork, useTeamWork } from '../../api/use-team-work.ts';
import { compareNames } from '../../ui/vietnamese-order.ts';
import { useCommunes } from '../communes/use-communes.ts';
import type { PoolTeam } from './draft.ts';

function poolOf(
  list: Schemas['TeamList'],
  commune: { id: string; name: string },
  work: ReadonlyMap<string, TeamWork>,
): PoolTeam[] {
  return list.teams
    .filter((team) => team.status === 'active')
    .map((team) => ({
      id: team.id,
      name: team.hamlet.name,
      communeId: commune.id,
      communeName: commune.name,
      households: team.households,
      members: team.members,
      openTasks: work.get(team.id)?.openTasks ?? 0,
      tooFew: team.gaps.some((gap) => gap.kind === 'min_members'),
    }))
    .sort((a, b) => compareNames(a.name, b.name));
}

export function usePool(): { pool: PoolTeam[]; loading: boolean; error: unknown; refetch: () => unknown } {
  const { post, commune } = useIdentity();
  const own = api.useQuery(
    'get',
    '/units/{unitId}/teams',
    { params: { path: { unitId: post.unit.id } } },
    { enabled: commune, staleTime: 60_000 },
  );
  const below = useCommunes();
  const work = useTeamWork(post.unit.id);
  const pool = useMemo(
    () =>
      commune
        ? own.data
          ? poolOf(own.data, post.unit, work)
          : []
        : below.communes.flatMap(({ unit, list }) => (list ? poolOf(list, unit, work) : [])),
    [commune, own.data, post.unit, below.communes, work],
  );
  return commune
    ? { pool, loading: own.isPending, error: own.error, refetch: own.refetch }
    : { pool, loading: below.loading, error: below.error, refetch: below.refetch };
}
