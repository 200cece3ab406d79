import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Pages, usePages } from '../../api/use-pages.ts';
import type { KnowHow } from './difficulty-facts.ts';

const limit = 200;

/** What was answered once for all in the district, the newest first. */
export function useKnowHow(): Pages<KnowHow, Schemas['KnowHowPage']> {
  const { post } = useIdentity();
  const path = { unitId: post.unit.id };
  return usePages('/units/{unitId}/know-how', { params: { path } }, (cursor) =>
    client.GET('/units/{unitId}/know-how', { params: { path, query: { limit, ...cursor } } }),
  );
}
