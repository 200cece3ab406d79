/**
 * The life of a team's task as a table: who may move it, from where, to where.
 * Late, silent, not delivered, waiting to send are derived from dates and deliveries and are no states.
 * "Đang làm" is `accepted`. Free of zod: the mini-app shows a move's result before the server answers.
 */
export const taskStates = [
  'assigned',
  'accepted',
  'declined',
  'submitted',
  'returned',
  'confirmed',
  'cancelled',
] as const;
export type TaskState = (typeof taskStates)[number];

export const taskMoves = [
  'accept',
  'turn_decline',
  'take_back_acceptance',
  'restore_decline',
  'decline',
  'take_back_decline',
  'keep',
  'submit',
  'confirm',
  'return',
  'undo_confirmation',
  'undo_return',
  'cancel',
] as const;
export type TaskMove = (typeof taskMoves)[number];

type Side = 'team' | 'leader' | 'commune' | 'issuer';

/** `within` limits an undo, in seconds after the move that it takes back. */
interface Rule {
  from: readonly TaskState[];
  to: TaskState;
  by: Side;
  within?: number;
}

export const taskTable: Record<TaskMove, Rule> = {
  accept: { from: ['assigned'], to: 'accepted', by: 'team' },
  // A decline stands: only the leader turns it round, and taking that back within the minute leads to the decline again.
  turn_decline: { from: ['declined'], to: 'accepted', by: 'leader' },
  take_back_acceptance: { from: ['accepted'], to: 'assigned', by: 'team', within: 60 },
  restore_decline: { from: ['accepted'], to: 'declined', by: 'leader', within: 60 },
  decline: { from: ['assigned'], to: 'declined', by: 'team' },
  // By whoever has declined: a slip of the thumb.
  take_back_decline: { from: ['declined'], to: 'assigned', by: 'team', within: 60 },
  keep: { from: ['declined'], to: 'assigned', by: 'commune' },
  submit: { from: ['accepted', 'returned'], to: 'submitted', by: 'team' },
  confirm: { from: ['submitted'], to: 'confirmed', by: 'commune' },
  return: { from: ['submitted'], to: 'returned', by: 'commune' },
  undo_confirmation: { from: ['confirmed'], to: 'submitted', by: 'commune', within: 60 },
  undo_return: { from: ['returned'], to: 'submitted', by: 'commune', within: 60 },
  cancel: { from: ['assigned', 'accepted', 'declined', 'submitted', 'returned'], to: 'cancelled', by: 'issuer' },
};

/** The state after the move, or undefined where the table does not allow it. */
export function nextTaskState(from: TaskState, move: TaskMove): TaskState | undefined {
  const rule = taskTable[move];
  return rule.from.includes(from) ? rule.to : undefined;
}

/** No move of the team leads out of these; a confirmed task can be taken back for a minute only. */
export const closedTaskStates: readonly TaskState[] = ['confirmed', 'cancelled'];

/** States in which a team may add progress. */
export const openTaskStates: readonly TaskState[] = ['accepted', 'returned'];

/**
 * States in which the server takes progress: also from a phone that was without a network while a colleague handed the
 * task in. Such a part waits for confirmation with the others.
 */
export const reportableTaskStates: readonly TaskState[] = [...openTaskStates, 'submitted'];
