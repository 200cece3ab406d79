/** What the chosen teams get of the target: reckoned here for a commune's own teams, by the server for those of many. */
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { api } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { byServer, divide, type Division, type Draft, isChosenFrom, type PoolTeam, toSelection } from '../draft.ts';

const nobody: Division = {
  teams: 0,
  members: 0,
  households: 0,
  without: { n: 0, names: [] },
  unknown: { n: 0, names: [] },
  communes: [],
  sum: 0,
  difference: 0,
};

export function useDivision(draft: Draft, teams: readonly PoolTeam[]): Division {
  const { post, commune } = useIdentity();
  const own = commune || draft.to === 'communes';
  const asked = isChosenFrom(draft, true) && !own;
  const body = {
    unitId: post.unit.id,
    ...(draft.target && { target: draft.target }),
    selection: toSelection(draft, post.unit.id),
  };
  const [settled] = useDebouncedValue(JSON.stringify(body), 250);
  const { data } = api.useQuery(
    'post',
    '/assignments/split',
    { body: JSON.parse(settled) as typeof body },
    { enabled: asked && settled === JSON.stringify(body), staleTime: 60_000, placeholderData: (before) => before },
  );
  return useMemo(() => {
    if (own) return divide(draft, teams);
    return asked && data ? byServer(data, draft) : nobody;
  }, [own, draft, teams, asked, data]);
}
