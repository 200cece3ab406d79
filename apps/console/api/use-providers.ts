import { client, type Schemas } from './client.ts';
import { type Pages, usePages, useWhole } from './use-pages.ts';

type Provider = Schemas['Provider'];
const path = '/units/{unitId}/providers';

/** The companies that cover the unit or a part of it, all of them, by name. */
export function useProviders(
  unitId: string,
  enabled = true,
): Pages<Provider, Schemas['ProviderPage']> & { isWhole: boolean } {
  const params = { path: { unitId }, query: { limit: 200 } };
  return useWhole(
    usePages<Provider, Schemas['ProviderPage']>(
      path,
      { params },
      (cursor) => client.GET(path, { params: { ...params, query: { ...params.query, ...cursor } } }),
      { enabled, idOf: ({ id }) => id },
    ),
  );
}
