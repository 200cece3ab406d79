/** The communes below a district or province with the sums of their teams, as the server has them. */
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';

export type CommuneFilter = 'all' | 'lacking' | 'without' | 'noSupporter';
export type CommuneTeams = Schemas['CommuneTeams'];

/** As many as a province has: one page. */
const limit = 200;

export function useCommunes({ q, filter, at }: { q: string; filter: CommuneFilter; at?: string }) {
  const { post, commune } = useIdentity();
  const unitId = post.unit.id;
  const query = { limit, ...(q && { q }), ...(filter !== 'all' && { filter }), ...(at && { at }) };
  return usePages<CommuneTeams, Schemas['CommuneTeamsPage']>(
    '/units/{unitId}/teams/communes',
    { unitId, ...query },
    (cursor) =>
      client.GET('/units/{unitId}/teams/communes', { params: { path: { unitId }, query: { ...query, ...cursor } } }),
    { enabled: !commune },
  );
}
