/** Groups of the reader's place: a commune's with their chats, a district's as far as the list of teams tells. */
import { useMemo } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';
import { useTeams, useTeamSums } from '../../api/use-teams.ts';
import type { GroupRow } from './groups.ts';

export const groupPaths = [
  '/units/{unitId}/groups',
  '/units/{unitId}/teams',
  '/teams/{teamId}',
  '/channels/zalo-gmf/seats',
] as const;

/** Of a commune, the teams' chats too; those that need a hand, or all. */
export function useCommuneGroups(all: boolean) {
  const { post, may } = useIdentity();
  const unitId = post.unit.id;
  const query = { limit: 50, ...(!all && { filter: 'urgent' as const }) };
  return usePages<GroupRow, Schemas['GroupPage']>(
    '/units/{unitId}/groups',
    { unitId, ...query },
    (cursor) => client.GET('/units/{unitId}/groups', { params: { path: { unitId }, query: { ...query, ...cursor } } }),
    { enabled: may('group.manage') },
  );
}

const fromTeam = (team: Schemas['TeamRow']): GroupRow => ({
  team: { id: team.id, name: team.name },
  unit: team.hamlet,
  state: team.group.state,
  name: team.group.name,
  proposed: team.group.proposed,
  proposedShort: team.group.proposed,
  channel: null,
  link: team.group.link,
  chat: null,
});

/** Of a district, as far as the list of teams tells. */
export function useDistrictGroups(all: boolean) {
  const { post } = useIdentity();
  const sums = useTeamSums(post.unit.id);
  const pages = useTeams(post.unit.id, { filter: all ? 'active' : 'group' });
  const rows = useMemo(() => pages.rows.map(fromTeam), [pages.rows]);
  return { pages, rows, sums };
}
