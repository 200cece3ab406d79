/** The teams of a commune that can be given work; those of many communes are looked up as they are scrolled. */
import { useMemo } from 'react';
import { useIdentity } from '../../../api/me.tsx';
import { api } from '../../../api/client.ts';
import { useTeamWork, type TeamWork } from '../../../api/use-team-work.ts';
import { type Pages, useWhole } from '../../../api/use-pages.ts';
import type { TeamRow } from '../../../api/team-filters.ts';
import { useTeams } from '../../../api/use-teams.ts';
import type { ListFilter, PoolTeam } from '../draft.ts';

export function toPool(teams: readonly TeamRow[], work: ReadonlyMap<string, TeamWork>): PoolTeam[] {
  return teams.map((team) => ({
    id: team.id,
    name: team.hamlet.fullName,
    communeId: team.commune.id,
    communeName: team.commune.name,
    households: team.households,
    members: team.members,
    openTasks: work.get(team.id)?.openTasks ?? 0,
    tooFew: team.gaps.some((gap) => gap.kind === 'min_members'),
  }));
}

/** @param asked which of the teams; all of a commune where they are given work to */
export function usePoolPages(
  asked: { q?: string; filter?: ListFilter },
  { enabled = true }: { enabled?: boolean } = {},
) {
  const { post } = useIdentity();
  const pages = useTeams(post.unit.id, { filter: 'active', ...asked }, { limit: 50, enabled });
  const ids = useMemo(() => pages.rows.map((team) => team.id), [pages.rows]);
  const work = useTeamWork(post.unit.id, ids);
  const pool = useMemo(() => toPool(pages.rows, work), [pages.rows, work]);
  return { pages, pool };
}

export function usePool(): { pool: PoolTeam[]; ready: boolean; error: unknown; refetch: () => unknown } {
  const { commune } = useIdentity();
  const { pages, pool } = usePoolPages({}, { enabled: commune });
  const { isWhole, error, refetch } = useWhole(pages as Pages<TeamRow, unknown>);
  return { pool, ready: !commune || isWhole, error, refetch };
}

/** Communes that can be given numbers: their officers are the people who would read of it, their teams what they hand it on to. */
export function useCommunePool(enabled: boolean) {
  const { post } = useIdentity();
  const query = api.useQuery(
    'get',
    '/units/{unitId}/communes-to-ask',
    { params: { path: { unitId: post.unit.id } } },
    { enabled, staleTime: 60_000 },
  );
  const pool = useMemo(
    (): PoolTeam[] =>
      (query.data ?? []).map(({ unit, households, teams, officers }) => ({
        id: unit.id,
        name: unit.fullName,
        communeId: unit.id,
        communeName: unit.fullName,
        households,
        members: officers,
        openTasks: teams,
        tooFew: false,
      })),
    [query.data],
  );
  return { pool, query };
}
