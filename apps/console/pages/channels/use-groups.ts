/** Groups of the reader's place: a commune's with their chats, a district's as far as the lists of teams tell. */
import { useMemo } from 'react';
import { api, client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { type CommuneTeams, useCommunes } from '../communes/use-communes.ts';
import type { GroupRow } from './groups.ts';

export const groupPaths = [
  '/units/{unitId}/groups',
  '/units/{unitId}/teams',
  '/teams/{teamId}',
  '/channels/zalo-gmf/seats',
] as const;

function fromTeams(communes: readonly CommuneTeams[]): GroupRow[] {
  return communes.flatMap(({ list }) =>
    (list?.teams ?? [])
      .filter((team) => team.status === 'active')
      .map((team) => ({
        team: { id: team.id, name: team.name },
        unit: team.hamlet,
        state: team.group.state,
        name: team.group.name,
        proposed: team.group.proposed,
        proposedShort: team.group.proposed,
        channel: null,
        link: team.group.link,
        chat: null,
      })),
  );
}

export function useCommuneGroups() {
  const { post, may } = useIdentity();
  return api.useQuery(
    'get',
    '/units/{unitId}/groups',
    { params: { path: { unitId: post.unit.id } } },
    { enabled: may('group.manage') },
  );
}

export function useDistrictGroups(): { rows: GroupRow[]; loading: boolean } {
  const { communes, loading } = useCommunes();
  const rows = useMemo(() => fromTeams(communes), [communes]);
  return { rows, loading };
}

export function useSendNames() {
  const { t } = useI18n();
  const { post } = useIdentity();
  return useCommand({
    send: (teamIds: readonly string[], header) =>
      client.POST('/units/{unitId}/groups/names', {
        params: { path: { unitId: post.unit.id }, header },
        body: { teamIds: [...teamIds] },
      }),
    touches: groupPaths,
    done: ({ told }) => showNotice(t('groups.told', { n: told })),
  });
}
