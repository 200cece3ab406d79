/**
 * Who may do what and where, written out from the table of roles of the design and from nothing else: neither the table
 * of actions that the product reads nor its code of scopes stands behind these lines. A right given or taken shows here.
 */
import type { Action, Role } from '#contracts';

const reading: Action[] = [
  'unit.read',
  'unit.browse',
  'register.read',
  'team.read',
  'task.read',
  'difficulty.read',
  'phone.read',
];
const commune: Action[] = [
  'report.approve',
  ...reading,
  'roster.export',
  'report.read',
  'training.read',
  'training.decide',
  'training.invite',
  'training.call',
  'training.door',
  'hamlet.manage',
  'directive.manage',
  'register.manage',
  'committee.manage',
  'team.manage',
  'group.manage',
  'roster.import',
  'invite.create',
  'account.decide',
  'channel.read',
  'assignment.issue',
  'assignment.read',
  'assignment.chase',
  'send.second',
  'result.confirm',
  'sampling.manage',
  'rule.own',
  'hamlet.merge',
  'difficulty.answer',
];
/** Reads below the unit, assigns to the communes' teams; never confirms a team's results. */
const above: Action[] = [
  ...reading,
  'difficulty.answer',
  'training.read',
  'training.load',
  'directive.manage',
  'report.read',
  'report.write',
  'report.decide',
  'report.receive',
  'roster.export',
  'channel.read',
  'channel.watch',
  'assignment.issue',
  'assignment.read',
  'assignment.chase',
  'send.second',
  'sampling.manage',
];
const member: Action[] = [...reading, 'task.accept', 'task.report', 'task.complete', 'difficulty.report'];
const answering: Action[] = [...member, 'task.answer', 'group.manage', 'invite.create'];

export const rights: Record<Role, readonly Action[]> = {
  admin: [
    'reform.manage',
    ...reading,
    'report.read',
    'roster.export',
    'training.read',
    'training.load',
    'unit.manage',
    'hamlet.merge',
    'hamlet.manage',
    'post.manage',
    'directive.manage',
    'register.manage',
    'committee.manage',
    'team.manage',
    'group.manage',
    'roster.import',
    'invite.create',
    'account.decide',
    'channel.read',
    'channel.watch',
    'channel.manage',
    'calendar.manage',
    'allowance.manage',
    'rule.own',
    'rule.manage',
    'log.read',
    'data.answer',
    'assignment.read',
    'send.second',
  ],
  province_officer: [...above, 'reform.manage'],
  district_officer: above,
  committee_member: commune,
  focal_officer: [...commune, 'report.write', 'log.read', 'data.answer'],
  trainer: [
    'unit.read',
    'unit.browse',
    'training.read',
    'training.propose',
    'training.invite',
    'training.call',
    'training.door',
    'training.certify',
    // Of what was passed on to their company.
    'difficulty.read',
    'difficulty.answer',
    'task.partner',
  ],
  leader: answering,
  deputy: answering,
  member,
};

/** One province, two districts, communes A and B in the first and C in the second, a hamlet with a team in each, two in A. */
const unitsAbove = {
  P: [],
  D1: ['P'],
  D2: ['P'],
  A: ['D1', 'P'],
  B: ['D1', 'P'],
  C: ['D2', 'P'],
  a1: ['A', 'D1', 'P'],
  a2: ['A', 'D1', 'P'],
  b1: ['B', 'D1', 'P'],
  c1: ['C', 'D2', 'P'],
} as const;
export type UnitKey = keyof typeof unitsAbove;
export type TeamKey = 'A1' | 'A2' | 'B1' | 'C1';
/** Two that cover the first district, one that covers the second. */
export type ProviderKey = 'V1' | 'V2' | 'V3';
export interface Spot {
  unit: UnitKey;
  team?: TeamKey;
  /** A session's, or who is to settle a difficulty: trainers of other providers have no right to it. */
  provider?: ProviderKey;
  /** Only a post at this very unit does, none above it. */
  own?: true;
}

export interface ActorFact {
  role: Role;
  unit: UnitKey;
  team?: TeamKey;
  provider?: ProviderKey;
  /** Ended yesterday. */
  ended?: true;
}

/** Every role, at its own place, beside it, above it and elsewhere. */
export const actors = {
  admin: { role: 'admin', unit: 'P' },
  adminOfOtherDistrict: { role: 'admin', unit: 'D2' },
  province: { role: 'province_officer', unit: 'P' },
  district: { role: 'district_officer', unit: 'D1' },
  otherDistrict: { role: 'district_officer', unit: 'D2' },
  committee: { role: 'committee_member', unit: 'A' },
  focal: { role: 'focal_officer', unit: 'A' },
  committeeB: { role: 'committee_member', unit: 'B' },
  focalB: { role: 'focal_officer', unit: 'B' },
  committeeC: { role: 'committee_member', unit: 'C' },
  leader: { role: 'leader', unit: 'a1', team: 'A1' },
  deputy: { role: 'deputy', unit: 'a1', team: 'A1' },
  member: { role: 'member', unit: 'a1', team: 'A1' },
  leaderA2: { role: 'leader', unit: 'a2', team: 'A2' },
  memberA2: { role: 'member', unit: 'a2', team: 'A2' },
  leaderB: { role: 'leader', unit: 'b1', team: 'B1' },
  memberC: { role: 'member', unit: 'c1', team: 'C1' },
  trainer: { role: 'trainer', unit: 'D1', provider: 'V1' },
  trainerBeside: { role: 'trainer', unit: 'D1', provider: 'V3' },
  trainerElsewhere: { role: 'trainer', unit: 'D2', provider: 'V2' },
  formerCommittee: { role: 'committee_member', unit: 'A', ended: true },
  formerDeputy: { role: 'deputy', unit: 'a1', team: 'A1', ended: true },
  nobody: undefined,
} as const satisfies Record<string, ActorFact | undefined>;
export type ActorKey = keyof typeof actors;

/** The unit and all above it. */
export const lineOf = (unit: UnitKey): readonly UnitKey[] => [unit, ...unitsAbove[unit]];

/** An officer's post covers its unit and all below; a team's post covers the team. One unit may be read upwards too. */
export function isAllowed(key: ActorKey, action: Action, spot: Spot): boolean {
  const fact: ActorFact | undefined = actors[key];
  if (!fact || fact.ended || !rights[fact.role].includes(action)) return false;
  if (spot.own && fact.unit !== spot.unit) return false;
  if (fact.provider && spot.provider && fact.provider !== spot.provider) return false;
  const below = lineOf(spot.unit).includes(fact.unit);
  if (action === 'unit.read') return below || lineOf(fact.unit).includes(spot.unit);
  // What lies in the unit that a team is of is read by the team too.
  if (action === 'unit.browse' || action === 'register.read') return below;
  return fact.team ? fact.team === spot.team : below;
}

/** Lists and affairs of the whole installation have no place: the right somewhere is enough. */
export function isAllowedSomewhere(key: ActorKey, action: Action): boolean {
  const fact: ActorFact | undefined = actors[key];
  return fact !== undefined && !fact.ended && rights[fact.role].includes(action);
}
