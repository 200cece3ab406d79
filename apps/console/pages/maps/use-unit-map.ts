import { useQuery } from '@tanstack/react-query';
import { fetchRaw } from '../../api/client.ts';
import type { ShapeMap } from './map-shapes.ts';

/** The outlines of what stands below a unit; the browser keeps them and asks only whether they are still the same. */
export function useUnitMap(unitId: string, at: string | undefined) {
  const path = `/units/${unitId}/shapes${at ? `?at=${at}` : ''}`;
  return useQuery({
    queryKey: ['get', '/units/{unitId}/shapes', path],
    queryFn: async () => (await (await fetchRaw(path)).json()) as ShapeMap,
    staleTime: 3_600_000,
  });
}
