/** The communes that the page speaks of: a trainer's provider's coverage, a commune itself, a district's communes. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useProviders } from '../../api/use-providers.ts';
import { compareNames } from '../../ui/vietnamese-order.ts';

export interface Place {
  id: string;
  name: string;
}
export interface Area {
  communes: Place[];
  nameOf: (communeId: string) => string;
  loading: boolean;
  error: unknown;
  refetch: () => unknown;
}

const calm = { staleTime: 600_000 } as const;

/** Units whose communes are the area; none while they load. */
function useRoots() {
  const { post, commune } = useIdentity();
  const trainer = post.role === 'trainer';
  const providers = useProviders(post.unit.id, trainer);
  const own = providers.rows.find(({ id }) => id === post.provider?.id);
  return { roots: trainer ? (own?.coverage ?? []) : [post.unit], query: providers, trainer, commune };
}

export function useArea(): Area {
  const { roots, query, trainer } = useRoots();
  const wide = roots.filter(({ kind }) => kind !== 'commune');
  const below = useQueries({
    queries: wide.map((unit) => ({
      ...api.queryOptions('get', '/units', { params: { query: { kind: 'commune', under: unit.id, limit: 200 } } }),
      ...calm,
    })),
  });
  const found = below.map(({ data }) => data);
  const communes = useMemo(() => {
    const all = new Map(roots.filter(({ kind }) => kind === 'commune').map(({ id, name }) => [id, { id, name }]));
    for (const page of found) for (const { id, name } of page?.items ?? []) all.set(id, { id, name });
    return [...all.values()].sort((a, b) => compareNames(a.name, b.name));
  }, [JSON.stringify(roots.map(({ id }) => id)), ...found]);
  return {
    communes,
    nameOf: (communeId) => communes.find(({ id }) => id === communeId)?.name ?? '',
    loading: (trainer && query.isPending) || below.some(({ isPending }) => isPending),
    error: query.error ?? below.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all([query.refetch(), ...below.map(({ refetch }) => refetch())]),
  };
}
