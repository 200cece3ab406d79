import { api, type Schemas } from './client.ts';

/** Directives of the unit and of the units above it that no other has taken the place of; none before a unit is chosen. */
export function useDirectives(unitId: string | null): { directives: Schemas['Directive'][]; isSuccess: boolean } {
  const { data = [], isSuccess } = api.useQuery(
    'get',
    '/units/{unitId}/directives',
    { params: { path: { unitId: unitId ?? '' } } },
    { enabled: unitId !== null },
  );
  return { directives: data.filter(({ supersededBy }) => !supersededBy), isSuccess };
}
