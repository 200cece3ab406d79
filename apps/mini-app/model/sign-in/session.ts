/** Who is signed in on this phone. The token stays in local storage; there are no cookies. */
import { placeInside } from '#i18n/places';
import { computed, signal } from '../signals.ts';
import type { Me, Post } from '#client';
import { launch } from '../device/host.ts';
import { forget, read, write } from '../local.ts';

export interface StoredSession {
  token: string;
  personId: string;
  /** The host's account that it was made under; accounts of one phone share what the page keeps. */
  account?: string;
}

const stored = read<StoredSession>('session');
const isOurs = stored !== undefined && (launch.kind !== 'telegram' || stored.account === launch.account);
export const session = signal<StoredSession | undefined>(isOurs ? stored : undefined);
export const me = signal<Me | undefined>(isOurs ? read('me') : undefined);
const chosenTeam = signal<string | undefined>(isOurs ? read('team') : undefined);

export const token = (): string | undefined => session.value?.token;

export function keepMe(who: Me): void {
  me.value = who;
  write('me', who);
}

/**
 * Forgets the session and what was read; the queue and the drafts keep what was not sent, under the person's id.
 * @param over by the server's word: its token is good only for asking why
 */
export function forgetSession(over?: boolean): void {
  // The queue and a read may both hear it: the second has no token any more, and must not wipe out the first one's.
  if (over && !session.value) return;
  write('over', over && session.value?.token);
  session.value = undefined;
  me.value = undefined;
  for (const start of ['session', 'me', 'team', 'snapshot']) forget(start);
}

export const teamPosts = computed(() => me.value?.posts.filter((post) => post.team) ?? []);
/** The post that the screens speak for when a person is in several teams. */
export const post = computed<Post | undefined>(
  () => teamPosts.value.find((one) => one.team?.id === chosenTeam.value) ?? teamPosts.value[0] ?? me.value?.posts[0],
);

export function chooseTeam(teamId: string): void {
  chosenTeam.value = teamId;
  write('team', teamId);
}

/** True when my post in that team (or any team) allows it. */
export function may(action: Post['may'][number], teamId?: string): boolean {
  return (me.value?.posts ?? []).some((one) => (!teamId || one.team?.id === teamId) && one.may.includes(action));
}

/** True for the leader of that team; deputies answer too, but a decline is the leader's to turn round. */
export const leads = (teamId: string): boolean =>
  teamPosts.value.some((one) => one.team?.id === teamId && one.role === 'leader');

/** "xã Minh Sơn", as it stands inside a sentence. */
export function communeOf(one: Post | undefined): { id: string; name: string } | undefined {
  const unit = one && [one.unit, ...one.ancestors].find((candidate) => candidate.kind === 'commune');
  return unit && { id: unit.id, name: insideSentence(unit.fullName) };
}

/** "Xã Minh Sơn" -> "xã Minh Sơn", kept on one line: names of places do not break. */
export const insideSentence = (place: string): string => unbroken(placeInside(place));
const unbroken = (place: string): string => (place.length > 28 ? place : place.replace(/ /g, '\u00a0'));

const TEAM_PREFIX = /^Tổ (công nghệ số )?(cộng đồng )?/i;
/** "Thôn 1" out of "Tổ công nghệ số cộng đồng Thôn 1". */
export const shortTeam = (name: string): string => {
  const bare = name.replace(TEAM_PREFIX, '');
  return unbroken(bare.charAt(0).toUpperCase() + bare.slice(1));
};
