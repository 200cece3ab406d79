/** What goes along when two records turn out to be one person. Free of zod: the screens import it. */

/** How somebody was sure that a record is this person's. */
export const mergeProofs = ['met', 'called', 'paper'] as const;
export type MergeProof = (typeof mergeProofs)[number];

export const mergeKinds = [
  'team',
  'post',
  'support',
  'number',
  'email',
  'account',
  'card',
  'task',
  'work',
  'difficulty',
  'session',
  'certificate',
  'credit',
  'notice',
] as const;
export type MergeKind = (typeof mergeKinds)[number];

/** What both have, and what becomes of it; the last two have to be settled by hand before. */
export const mergeConflicts = [
  'sameTeam',
  'samePost',
  'sameSession',
  'sameCredit',
  'login',
  'postNow',
  'trainsTwice',
] as const;
export type MergeConflict = (typeof mergeConflicts)[number];
export const blockingConflicts: ReadonlySet<MergeConflict> = new Set<MergeConflict>(['postNow', 'trainsTwice']);
