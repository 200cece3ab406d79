import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Pages, usePages } from '../../api/use-pages.ts';

export type Coverage = Schemas['ProviderCoverage'];
export type Row = Schemas['ProviderCoverageRow'];
export type Provider = Schemas['CoveringProvider'];
export type Cell = Schemas['ProviderCell'];
export type Unit = Schemas['UnitRef'];

export interface Asked {
  by: 'commune' | 'hamlet';
  q: string;
  filter: 'gap' | 'none' | undefined;
}

const PAGE = 200;

/** Communes or hamlets of the reader's unit with who covers them. */
export function useCoverage({ by, q, filter }: Asked): Pages<Row, Coverage> {
  const { post } = useIdentity();
  const path = { unitId: post.unit.id };
  const query = { by, ...(q && { q }), ...(filter && { filter }), limit: PAGE };
  return usePages(
    '/units/{unitId}/coverage',
    { params: { path, query } },
    (cursor) => client.GET('/units/{unitId}/coverage', { params: { path, query: { ...query, ...cursor } } }),
    { idOf: ({ unit }: Row) => unit.id },
  );
}

/** A provider at a commune. */
export function useCell({ providerId, unitId }: Chosen) {
  return api.useQuery('get', '/providers/{providerId}/coverage/{unitId}', {
    params: { path: { providerId, unitId } },
  });
}

export interface Chosen {
  providerId: string;
  unitId: string;
}

export const coveragePaths = [
  '/units/{unitId}/coverage',
  '/providers/{providerId}/coverage/{unitId}',
  '/units/{unitId}/providers',
] as const;

export type Part = 'whole' | 'part' | 'none';
export const partOf = (covered: number, hamlets: number): Part =>
  covered === 0 ? 'none' : covered >= hamlets ? 'whole' : 'part';

/** Communes of the hamlets with how many of them, in the order in which they come. */
export function byCommune(hamlets: Coverage['uncovered']['hamlets']): { commune: Unit; n: number }[] {
  const counts = new Map<string, { commune: Unit; n: number }>();
  for (const { commune } of hamlets) {
    const one = counts.get(commune.id) ?? { commune, n: 0 };
    counts.set(commune.id, { commune, n: one.n + 1 });
  }
  return [...counts.values()];
}

/** Others of the same kind, with how many of the provider's hamlets they cover as well. */
export function sharedWith(hamlets: Cell['hamlets']): { name: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const { covered, others } of hamlets)
    if (covered) for (const name of others) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, n]) => ({ name, n }));
}
