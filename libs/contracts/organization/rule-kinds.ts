/** Kinds of dated rules, and what differs between them. Free of zod: screens read it. */
import { keepingKinds } from './keeping-terms.ts';

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
  'orderRequests',
  'seriesOrders',
  'aloneOfficers',
  'erased',
  'uploads',
] as const;
export type RuleEffect = (typeof ruleEffects)[number];
