/** What a commune that took over others still has to answer or to choose. Free of zod: screens and modules read it. */
import type { Action } from '../actions.ts';

/** What waited for an answer on the day: a row goes when the last of it has its answer. */
export const takeoverWaits = {
  result: 'result.confirm',
  extension: 'result.confirm',
  decline: 'result.confirm',
  difficulty: 'difficulty.answer',
  session: 'training.decide',
  draft: 'assignment.issue',
} as const satisfies Record<string, Action>;
export type TakeoverWait = keyof typeof takeoverWaits;
export const takeoverWaitNames = Object.keys(takeoverWaits) as [TakeoverWait, ...TakeoverWait[]];

/** What the new commune has to choose; stored data where it was ticked. */
export const takeoverChoices = ['focalOfficer', 'standIn', 'committee', 'names', 'groups'] as const;
export type TakeoverChoice = (typeof takeoverChoices)[number];
/** What may stay as it is, so somebody says that it is settled; `all` closes the whole. Stored data. */
export const takeoverTicks = ['standIn', 'committee', 'names', 'groups', 'all'] as const;
export type TakeoverTickKind = (typeof takeoverTicks)[number];

export const takeoverRowKinds = [...takeoverWaitNames, 'report', ...takeoverChoices] as const;
export type TakeoverRowKind = (typeof takeoverRowKinds)[number];

/** What came with a former unit; each opens its list. */
export const takeoverNumbers = ['hamlets', 'teams', 'members', 'tasks', 'results', 'sessions'] as const;
export type TakeoverNumber = (typeof takeoverNumbers)[number];

/** So many days after it was closed it is in the menu. */
export const TAKEOVER_SHOWN_DAYS = 7;
