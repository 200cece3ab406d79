/** Kinds of dated rules, and what differs between them. Free of zod: screens read it. */
import { isKeepingKind, keepingKinds } from './keeping-terms.ts';

export const ruleKinds = [
  'composition',
  'committee',
  'groupName',
  'reply',
  'chase',
  'difficulty',
  'sampling',
  'secondApproval',
  'quiet',
  'period',
  'reportApproval',
  'allowance',
  'attention',
  'secondFactor',
  'inviting',
  ...keepingKinds,
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** What a commune may set for itself; the others are laid down by an administrator. */
export const ownRuleKinds: ReadonlySet<RuleKind> = new Set<RuleKind>([
  'groupName',
  'reply',
  'chase',
  'difficulty',
  'sampling',
  'secondApproval',
  'quiet',
  'reportApproval',
]);

/** What holds for the whole installation: set at its topmost unit. */
export const isTopKind = (kind: RuleKind): boolean => kind === 'secondFactor' || isKeepingKind(kind);

/**
 * What is judged by the rule of its own day whenever it is looked at: such a rule may begin on a day that is over. Of the
 * others days were told to people, or results confirmed, by the rule that held then.
 */
export const pastRuleKinds: ReadonlySet<RuleKind> = new Set<RuleKind>([
  'composition',
  'committee',
  'groupName',
  'allowance',
]);

/** What a rule touches, counted before it is saved. */
export const ruleEffects = [
  'teams',
  'short',
  'schedules',
  'unanswered',
  'waiting',
  'tasks',
  'groups',
  'difficulties',
  'reports',
  'approvals',
  'sendRequests',
  'sendOffices',
  'seriesOrders',
  'aloneOfficers',
  'toEnrol',
  'enrolled',
  'erased',
  'uploads',
  'silentTeams',
] as const;
export type RuleEffect = (typeof ruleEffects)[number];

/** Who can be told of a rule before its day. `above`: officers of districts and provinces; `leaders`: of teams, and deputies. */
export const ruleHearers = ['focal', 'committee', 'heads', 'above', 'leaders'] as const;
export type RuleHearer = (typeof ruleHearers)[number];

/**
 * Whom a kind concerns: who has to do something else from that day on. Members read the days on each task and are told of no
 * rule; leaders hear of what they do themselves or are asked about. What only machines do concerns nobody.
 */
export const hearersOf: Record<RuleKind, readonly RuleHearer[]> = {
  // Teams and committees are completed by the commune.
  composition: ['focal', 'committee'],
  committee: ['focal', 'committee'],
  // A leader renames the group.
  groupName: ['focal', 'leaders'],
  reply: ['focal'],
  // A supporter hears at the second step.
  chase: ['focal', 'committee'],
  // Who answers, and who does when it is late.
  difficulty: ['focal', 'committee', 'above'],
  // Who confirms.
  sampling: ['focal', 'committee'],
  // Who issues orders, asks for reports and reminds.
  secondApproval: ['focal', 'committee', 'above'],
  // A team that hears nothing at Tết asks its leader.
  quiet: ['focal', 'leaders'],
  // Who sends, and who receives.
  period: ['focal', 'above'],
  // Who asks, and who approves.
  reportApproval: ['focal', 'heads'],
  allowance: ['focal', 'leaders'],
  // Whose lists and warnings it decides.
  attention: ['focal', 'committee', 'above'],
  // Who may have to turn one on.
  secondFactor: ['focal', 'committee', 'above'],
  // Who invites, and who watches the first days.
  inviting: ['focal', 'above'],
  // Who reads the log, fetches lists, imports files.
  keepLog: ['focal'],
  // Whoever looks for an old message, photo or draft of the own.
  keepInbox: ['focal', 'above'],
  keepDeliveries: ['focal'],
  keepPhotos: ['focal', 'committee'],
  keepLeavers: ['focal', 'committee'],
  keepDrafts: ['focal', 'committee', 'above'],
  keepLists: ['focal', 'above'],
  keepUploads: ['focal', 'committee'],
  keepSessions: [],
  keepWebhooks: [],
  keepFiles: [],
  // Who answers what people ask.
  keepAsked: ['focal'],
};
