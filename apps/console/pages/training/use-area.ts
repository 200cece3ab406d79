/** The communes that the page speaks of: a trainer's provider's coverage, a commune itself, a district's communes. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { dataOf } from '../../api/use-command.ts';
import { useProviders } from '../../api/use-providers.ts';
import { compareNames } from '../../ui/vietnamese-order.ts';

export interface Place {
  id: string;
  name: string;
}
export interface Area {
  communes: Place[];
  /** Communes of another day can be asked for too; a company covers those of today. */
  goesBack: boolean;
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

/** Of a commune that is newer, those that it was made of. */
async function communeThen(unitId: string, at: string): Promise<Place[]> {
  const { unit, before } = await dataOf(
    client.GET('/units/{unitId}/then', { params: { path: { unitId }, query: { at } } }),
  );
  return before.length > 0 ? before : [unit];
}

/** All of a unit that stood on the day; what has ended by then is found too, and is none of that day's. */
async function communesUnder(under: string, at: string): Promise<Place[]> {
  const places: Place[] = [];
  let cursor: string | null = null;
  do {
    const query = { kind: 'commune', under, at, limit: 200, ...(cursor && { cursor }) } as const;
    const page: Schemas['UnitPage'] = await dataOf(client.GET('/units', { params: { query } }));
    places.push(
      ...page.items.filter(({ validFrom, validTo }) => validFrom <= at && (validTo === null || validTo > at)),
    );
    cursor = page.nextCursor;
  } while (cursor);
  return places;
}

/** @param treeOn the communes of that day; without it those of today */
export function useArea(treeOn: string | null = null): Area {
  const { me } = useIdentity();
  const { roots, query, trainer } = useRoots();
  const day = treeOn ?? me.today;
  const wide = treeOn ? roots : roots.filter(({ kind }) => kind !== 'commune');
  const below = useQueries({
    queries: wide.map(({ id, kind }) => ({
      queryKey: ['communes', id, day],
      queryFn: () => (kind === 'commune' ? communeThen(id, day) : communesUnder(id, day)),
      ...calm,
    })),
  });
  const found = below.map(({ data }) => data);
  const communes = useMemo(() => {
    const own = treeOn ? [] : roots.filter(({ kind }) => kind === 'commune');
    const all = new Map([...own, ...found.flatMap((places) => places ?? [])].map(({ id, name }) => [id, { id, name }]));
    return [...all.values()].sort((a, b) => compareNames(a.name, b.name));
  }, [JSON.stringify(roots.map(({ id }) => id)), treeOn, ...found]);
  return {
    communes,
    goesBack: !trainer,
    nameOf: (communeId) => communes.find(({ id }) => id === communeId)?.name ?? '',
    loading: (trainer && query.isPending) || below.some(({ isPending }) => isPending),
    error: query.error ?? below.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all([query.refetch(), ...below.map(({ refetch }) => refetch())]),
  };
}
