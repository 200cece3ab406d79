/** Closed vocabularies and the state table of training. Free of zod: the mini-app imports them. Persisted: add, never rename. */
export const trainingTopicGroups = ['team', 'wide'] as const;
export type TrainingTopicGroup = (typeof trainingTopicGroups)[number];

export const trainingAudiences = ['teams', 'businesses', 'households', 'citizens'] as const;
export type TrainingAudience = (typeof trainingAudiences)[number];

/** `changes_asked`: the commune answered with another time or place. "Over" is derived from the end until somebody finishes it. */
export const trainingSessionStates = [
  'proposed',
  'changes_asked',
  'refused',
  'published',
  'done',
  'cancelled',
] as const;
export type TrainingSessionState = (typeof trainingSessionStates)[number];

/** A seat is `seated`; `waiting` has a place in the list; `given_back` and `declined` may ask again while there is time. */
export const invitationStates = ['invited', 'seated', 'waiting', 'given_back', 'declined'] as const;
export type InvitationState = (typeof invitationStates)[number];

export const checkInMethods = ['scanned', 'six_digits', 'by_name', 'walk_in', 'paper', 'self'] as const;
export type CheckInMethod = (typeof checkInMethods)[number];

export const trainingClashes = [
  'trainer_busy',
  'place_busy',
  'team_busy',
  'avoid_time',
  'holiday',
  'over_capacity',
] as const;
export type TrainingClash = (typeof trainingClashes)[number];

export type SessionCommand = 'change' | 'confirm' | 'ask_change' | 'refuse' | 'take_proposal' | 'cancel' | 'finish';

const table: Record<TrainingSessionState, Partial<Record<SessionCommand, TrainingSessionState>>> = {
  proposed: {
    change: 'proposed',
    confirm: 'published',
    ask_change: 'changes_asked',
    refuse: 'refused',
    cancel: 'cancelled',
  },
  changes_asked: { change: 'proposed', take_proposal: 'published', cancel: 'cancelled' },
  refused: { change: 'proposed', cancel: 'cancelled' },
  published: { change: 'published', cancel: 'cancelled', finish: 'done' },
  done: {},
  cancelled: {},
};

/** The state that the command leads to; undefined when it is not allowed. */
export function nextSessionState(
  state: TrainingSessionState,
  command: SessionCommand,
): TrainingSessionState | undefined {
  return table[state][command];
}
