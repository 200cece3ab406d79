/** How a post changes hands, and what is open with it. Free of zod: the screens import it. */
import type { Action } from '../actions.ts';

/** `caretaker`: nobody was named, and the next of the committee looks after it. */
export const handoverModes = ['replace', 'stand_in', 'caretaker', 'vacate'] as const;
export type HandoverMode = (typeof handoverModes)[number];

export const workGroups = ['drafts', 'reminders', 'decisions', 'difficulties'] as const;
export type WorkGroup = (typeof workGroups)[number];

/** What can be open in a unit: as what it is shown, and the right by which somebody sees to it. */
export const openWorkKinds = {
  order: { group: 'drafts', right: 'assignment.issue' },
  report: { group: 'drafts', right: 'report.write' },
  roster: { group: 'drafts', right: 'roster.import' },
  held: { group: 'reminders', right: 'assignment.issue' },
  series: { group: 'reminders', right: 'assignment.issue' },
  result: { group: 'decisions', right: 'result.confirm' },
  extension: { group: 'decisions', right: 'result.confirm' },
  decline: { group: 'decisions', right: 'result.confirm' },
  session: { group: 'decisions', right: 'training.decide' },
  approval: { group: 'decisions', right: 'report.approve' },
  received: { group: 'decisions', right: 'report.decide' },
  difficulty: { group: 'difficulties', right: 'difficulty.answer' },
} as const satisfies Record<string, { group: WorkGroup; right: Action }>;
export type OpenWorkKind = keyof typeof openWorkKinds;
export const openWorkKindNames = Object.keys(openWorkKinds) as [OpenWorkKind, ...OpenWorkKind[]];
