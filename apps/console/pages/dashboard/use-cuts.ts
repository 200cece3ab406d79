import { useMemo } from 'react';
import { api } from '../../api/client.ts';
import { type Cut, cutsOf } from './dashboard-facts.ts';

/** Where among the months a unit's communes, or what stood above them, ended: the figures before it are of other units. */
export function useCuts(unitId: string, months: readonly string[]): Cut[] {
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/days',
    { params: { path: { unitId } } },
    { staleTime: 300_000, retry: false },
  );
  const asked = months.join();
  return useMemo(() => {
    const days = (data?.days ?? []).filter(({ ended }) => ended.units.some(({ kind }) => kind !== 'hamlet'));
    return cutsOf(
      asked.split(','),
      days.map(({ day }) => day),
    );
  }, [data, asked]);
}
