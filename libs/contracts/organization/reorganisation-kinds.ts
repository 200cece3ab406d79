/** States and kinds of reforms of units; stored data. Free of zod: screens and entities read them. */
export const reorganisationStates = ['draft', 'scheduled', 'applied', 'revoked'] as const;
export type ReorganisationState = (typeof reorganisationStates)[number];

/**
 * What one line of a reform lays down. create: a unit begins. merge: a unit ends and goes whole into the one of another
 * line. lead: this person leads what works in the new unit. leave: this one does not go along.
 */
export const reorganisationLineKinds = ['create', 'merge', 'lead', 'leave'] as const;
export type ReorganisationLineKind = (typeof reorganisationLineKinds)[number];

/** What keeps a merger from being scheduled. */
export const mergerBlocks = [
  'nameEmpty',
  'nameTaken',
  'sameHamlet',
  'notHamlet',
  'otherCommune',
  'hamletNotYet',
  'hamletEnded',
  'hamletChangedLater',
  'otherReform',
  'noDirective',
  'draftTeam',
  'teamLater',
  'officers',
  'leaderNotThere',
] as const;
export type MergerBlock = (typeof mergerBlocks)[number];
