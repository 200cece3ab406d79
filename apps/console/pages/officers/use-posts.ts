import type { PostState } from '#contracts/access/officers';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';

export type OfficerPost = Schemas['OfficerPost'];
export type PostAct = 'appoint' | 'invite' | 'replace' | 'stand_in' | 'vacate' | 'merge' | 'lift';
export interface Asked {
  q?: string;
  state?: PostState;
}

/** A post that nobody holds has no id: its unit tells it apart. */
export const keyOf = ({ id, unit, role }: OfficerPost): string => id ?? `${unit.id} ${role}`;

/** Somebody who has the post and was never in: what is sent or printed for them is their way in. */
export const neverIn = ({ person, state }: OfficerPost): boolean => person !== null && state === 'never';

/** Every place of a company's post is given and ended by itself. */
export const idsOf = ({ id, places }: OfficerPost): string[] =>
  places.length > 0 ? places.map((place) => place.id) : id === null ? [] : [id];

/** A company's post as it is in one of its places. */
export const inPlace = (row: OfficerPost, place: OfficerPost['places'][number]): OfficerPost => ({
  ...row,
  ...place,
  places: [],
});

/** Posts of the reader's unit and of all below it, unit by unit. */
export function usePosts({ q, state }: Asked) {
  const { post } = useIdentity();
  const path = { unitId: post.unit.id };
  const query = { ...(q && { q }), ...(state && { state }) };
  return usePages(
    '/units/{unitId}/posts',
    { params: { path, query } },
    (cursor) => client.GET('/units/{unitId}/posts', { params: { path, query: { ...query, ...cursor } } }),
    { idOf: keyOf },
  );
}

export const postPaths = ['/units/{unitId}/posts', '/units/{unitId}/committee'] as const;
