import { client, type Schemas } from './client.ts';
import { type Pages, usePages, useWhole } from './use-pages.ts';

type Directive = Schemas['Directive'];
const path = '/units/{unitId}/directives';

/** Directives of the unit and of the units above it, all of them, the newest first; none before a unit is chosen. */
export function useAllDirectives(
  unitId: string | null,
): Pages<Directive, Schemas['DirectivePage']> & { isWhole: boolean } {
  const params = { path: { unitId: unitId ?? '' }, query: { limit: 200 } };
  return useWhole(
    usePages<Directive, Schemas['DirectivePage']>(
      path,
      { params },
      (cursor) => client.GET(path, { params: { ...params, query: { ...params.query, ...cursor } } }),
      { enabled: unitId !== null, idOf: ({ id }) => id },
    ),
  );
}

/** Those that no other has taken the place of. */
export function useDirectives(unitId: string | null): { directives: Directive[]; isSuccess: boolean } {
  const { rows, isWhole } = useAllDirectives(unitId);
  return { directives: rows.filter(({ supersededBy }) => !supersededBy), isSuccess: isWhole };
}
