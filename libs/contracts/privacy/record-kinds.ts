/** Kinds of records about people: how sensitive, why, on what ground, who sees them, how long. Free of zod. */
import type { KeepingKind } from '../organization/keeping-terms.ts';

/** As the law on personal data and Decree 356/2025 divide it: sign-in data and traces of activity are sensitive. */
export type DataClass = 'basic' | 'sensitive';
/**
 * duty: the public task that the commune's decision gives the team. will: the person chose it. safety: the account and the
 * people in it are guarded. record: official acts and papers are kept as such.
 */
export const dataGrounds = ['duty', 'will', 'safety', 'record'] as const;
export type DataGround = (typeof dataGrounds)[number];
/**
 * place: the team, officers of its commune and above. asked: the same, after saying what for, which is logged. trainers: also
 * who leads the session. self: nobody else. overseers: the person and the administrators of the place. nobody: only the
 * machine compares. public: whoever scans the code.
 */
export const dataReaders = ['place', 'asked', 'trainers', 'self', 'overseers', 'nobody', 'public', 'maker'] as const;
export type DataReader = (typeof dataReaders)[number];
/** request: until the person asks for it to go; the sums stay. good: for good. Else by the dated rule of that name. */
export type DataKept = 'request' | 'good' | 'done' | KeepingKind;

export interface RecordKindFacts {
  class: DataClass;
  ground: DataGround;
  readers: DataReader;
  kept: DataKept;
}

export const recordKinds = {
  identity: { class: 'basic', ground: 'duty', readers: 'place', kept: 'request' },
  contact: { class: 'basic', ground: 'duty', readers: 'asked', kept: 'keepLeavers' },
  roles: { class: 'basic', ground: 'duty', readers: 'place', kept: 'request' },
  skills: { class: 'basic', ground: 'will', readers: 'place', kept: 'keepLeavers' },
  work: { class: 'basic', ground: 'duty', readers: 'place', kept: 'request' },
  photos: { class: 'basic', ground: 'duty', readers: 'place', kept: 'keepPhotos' },
  training: { class: 'basic', ground: 'duty', readers: 'trainers', kept: 'request' },
  difficulties: { class: 'basic', ground: 'duty', readers: 'place', kept: 'request' },
  messages: { class: 'sensitive', ground: 'duty', readers: 'place', kept: 'keepInbox' },
  settings: { class: 'basic', ground: 'will', readers: 'self', kept: 'request' },
  accounts: { class: 'sensitive', ground: 'will', readers: 'self', kept: 'keepLeavers' },
  signIn: { class: 'sensitive', ground: 'safety', readers: 'nobody', kept: 'keepSessions' },
  card: { class: 'basic', ground: 'will', readers: 'public', kept: 'request' },
  looks: { class: 'sensitive', ground: 'safety', readers: 'overseers', kept: 'keepLog' },
  requests: { class: 'basic', ground: 'record', readers: 'overseers', kept: 'good' },
  acts: { class: 'basic', ground: 'record', readers: 'place', kept: 'good' },
  papers: { class: 'basic', ground: 'record', readers: 'place', kept: 'good' },
  neighbours: { class: 'basic', ground: 'duty', readers: 'place', kept: 'request' },
  copies: { class: 'sensitive', ground: 'duty', readers: 'maker', kept: 'done' },
} as const satisfies Record<string, RecordKindFacts>;
export type RecordKind = keyof typeof recordKinds;
export const recordKindNames = Object.keys(recordKinds) as RecordKind[];
