/** Names of hamlets in the communes of a reform's day, as the tab asks for them. */
import { api, client, type Schemas } from '../../../api/client.ts';
import { usePages, useWhole } from '../../../api/use-pages.ts';
import type { Reform } from '../reform-looks.ts';

export type NamedPlace = Schemas['ReformNamedPlace'];
export type Names = Schemas['ReformNames'];

export function useNamedPlaces({ id: reformId, version }: Reform) {
  const path = '/reforms/{reformId}/names';
  return useWhole(
    usePages<NamedPlace, Schemas['ReformNamedPlacePage']>(
      path,
      { reformId, version },
      (cursor) => client.GET(path, { params: { path: { reformId }, query: { limit: 200, ...cursor } } }),
      { idOf: ({ position }) => String(position) },
    ),
  );
}

export function useNames({ id: reformId }: Reform, position: number) {
  return api.useQuery('get', '/reforms/{reformId}/names/of-place', {
    params: { path: { reformId }, query: { position } },
  });
}
