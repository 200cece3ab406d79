/** States and kinds of reforms of units; stored data. Free of zod: screens and entities read them. */
export const reorganisationStates = ['draft', 'scheduled', 'applied', 'revoked'] as const;
/** Within what it stays: the hamlets of one commune, or communes and above. */
export const reorganisationReaches = ['hamlets', 'units'] as const;
export type ReorganisationReach = (typeof reorganisationReaches)[number];
export type ReorganisationState = (typeof reorganisationStates)[number];

/**
 * What one line of a reform lays down. create: a unit begins. keep: a unit goes on, perhaps under another name. merge: a unit
 * ends and goes whole into the one of another line. part: a part of it does. allot: this hamlet goes there. lead: this person
 * leads what works in the new unit. leave: this one does not go along. post: this person has a post there from the day on.
 * office: its contact card is the other one's. name: this hamlet is to be called so, from the day of the council's resolution.
 * split: a half of this hamlet begins, in the unit of the other line where there is one. member: this person goes on in that half.
 * share: so much of a task is asked of that half.
 */
export const reorganisationLineKinds = [
  'create',
  'keep',
  'merge',
  'part',
  'allot',
  'lead',
  'leave',
  'post',
  'office',
  'name',
  'split',
  'member',
  'share',
] as const;
export type ReorganisationLineKind = (typeof reorganisationLineKinds)[number];

/** What keeps a merger or a split of hamlets from being scheduled. */
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
  'insideReform',
  'noDirective',
  'draftTeam',
  'teamLater',
  'officers',
  'leaderNotThere',
  'sameName',
  'householdsDiffer',
  'memberOpen',
  'memberTwice',
] as const;
export type MergerBlock = (typeof mergerBlocks)[number];
