/** Who is signed in, in which post, and which unit the screens speak of. Rights come from the post; what is not allowed is absent. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Action } from '#contracts/actions';
import type { OfficerRole } from '#contracts/enums';
import { officerRoles } from '#contracts/enums';
import { useI18n } from '../i18n/i18n.tsx';
import type { Schemas } from './client.ts';

export type Me = Schemas['Me'];
export type Post = Schemas['Post'];
export type UnitRef = Schemas['UnitRef'];

interface Identity {
  me: Me;
  post: Post;
  posts: Post[];
  may: (action: Action) => boolean;
  /** True where the post's unit is a commune or below: the officer confirms; above it only follows. */
  commune: boolean;
}

const Context = createContext<Identity | null>(null);

/** Posts that work in the console, trainers' too; a team's members have the mini-app. */
export function consolePosts(me: Me): Post[] {
  return me.posts.filter(({ role }) => role === 'trainer' || officerRoles.includes(role as OfficerRole));
}

export function IdentityProvider({ me, post, children }: { me: Me; post: Post; children: ReactNode }) {
  const value = useMemo<Identity>(() => {
    const allowed = new Set<string>(post.may);
    return {
      me,
      post,
      posts: consolePosts(me),
      may: (action) => allowed.has(action),
      commune: post.unit.kind === 'commune' || post.unit.kind === 'hamlet',
    };
  }, [me, post]);
  return <Context value={value}>{children}</Context>;
}

export function useIdentity(): Identity {
  const value = useContext(Context);
  if (!value) throw new Error('IdentityProvider is missing');
  return value;
}

/** Where a post is: its unit, or how many places it has. */
export function usePlaceOfPost(): (post: Post) => string {
  const { t } = useI18n();
  return ({ unit, places }) => (places ? t('signIn.places', { n: places.length, first: unit.name }) : unit.name);
}
