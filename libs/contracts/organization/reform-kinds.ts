/** What a reform of communes and above is made of; stored data. Free of zod: screens and entities read them. */

/** What keeps a reform from being scheduled. */
export const reformBlocks = [
  'noLines',
  'noDirective',
  'unknownUnit',
  'unitNotTaken',
  'unitTwice',
  'unitWholeTwice',
  'unitOnlyPart',
  'unitEnded',
  'unitNotYet',
  'unitChangedLater',
  'otherReform',
  'noParts',
  'sharesNot100',
  'codeReused',
  'codeTwice',
  'codeElsewhere',
  'codeClaimed',
  'parentUnknown',
  'parentEnds',
  'wrongParent',
  'cycle',
  'kindDiffers',
  'notAllotted',
  'notItsHeir',
  'splitOpen',
  'splitNames',
  'splitHouseholds',
  'splitMembers',
  'splitTeam',
  'splitGone',
  'unitHasTeam',
  'seatHeld',
] as const;
/** What is told, loudly, and stops nothing. */
export const reformWarnings = [
  'nameTwice',
  'nameInProvince',
  'parentEmpty',
  'noHamlets',
  'noFocalOfficer',
  'noStandIn',
  'personTwice',
  'noOffice',
  'registerUnknown',
] as const;
export const reformFindings = [...reformBlocks, ...reformWarnings] as const;
export type ReformFindingCode = (typeof reformFindings)[number];

/** What a rehearsal counts; each opens its list. */
export const reformNumbers = [
  'endingUnits',
  'newUnits',
  'keptUnits',
  'movedUnits',
  'splitHamlets',
  'teams',
  'members',
  'postsEnding',
  'postsBeginning',
  'committees',
  'supporters',
  'groups',
  'tasks',
  'difficulties',
  'drafts',
  'reports',
  'draftsPassed',
  'draftsKept',
  'sessions',
] as const;
export type ReformNumber = (typeof reformNumbers)[number];

/** Steps of the day, in their order. The first one is the tree itself. */
export const reformSteps = ['people', 'work', 'training', 'reports'] as const;
export type ReformStep = (typeof reformSteps)[number];

/** Posts of a new commune that are told while they are empty. */
export const reformSeats = ['focal', 'standIn', 'head'] as const;
export type ReformSeat = (typeof reformSeats)[number];
/** Of people whose unit ends: nothing is said yet, they go on elsewhere, their office ends. */
export const reformPeopleStates = ['unclear', 'goes', 'ends'] as const;

/** Why a post is not given by somebody: they could not give it by hand either, or it is their own. */
export const whyNotGiven = ['notYours', 'yourself'] as const;
export type WhyNotGiven = (typeof whyNotGiven)[number];

/** Of a hamlet's name: nothing is proposed, it is proposed, another hamlet has it too, the council has decided. */
export const reformNameStates = ['none', 'proposed', 'wrong', 'decided'] as const;
export type ReformNameState = (typeof reformNameStates)[number];

/** What must be as much after the day as before it. */
export const reformInvariants = ['hamlets', 'teams', 'members', 'tasks', 'sessions', 'drafts'] as const;
export type ReformInvariant = (typeof reformInvariants)[number];
