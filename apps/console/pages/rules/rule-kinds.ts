/** Which rules the screen shows where, and what they say. Pure. */
import { usualInviting } from '#contracts/access/inviting';
import { usualAttention } from '#contracts/organization/attention';
import { isKeepingKind, type KeepingKind, keepingKinds, keepingTerms } from '#contracts/organization/keeping-terms';
import type { RuleKind } from '#contracts/organization/rule-kinds';
import { addDays } from '#contracts/reporting/periods';
import { ruleSegments } from '#i18n/rule-text';
import type { Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';

export type Rule = Schemas['DatedRule'];
export type RuleSpan = Schemas['RuleSpan'];
export type RuleValue = Schemas['RuleValue'];
export type ValueOf<K extends RuleKind> = Extract<RuleValue, { kind: K }>;

export const groups = [
  { key: 'teams', kinds: ['composition', 'committee', 'groupName'] },
  { key: 'work', kinds: ['reply', 'chase', 'quiet', 'difficulty', 'sampling', 'secondApproval', 'attention'] },
  { key: 'reports', kinds: ['period', 'reportApproval', 'allowance'] },
  { key: 'access', kinds: ['secondFactor', 'inviting'] },
  { key: 'keeping', kinds: keepingKinds },
] as const satisfies readonly { key: string; kinds: readonly RuleKind[] }[];

/** Where nobody has set one: what the form begins with. */
const firsts: { [K in Exclude<RuleKind, KeepingKind>]: ValueOf<K> } = {
  composition: { kind: 'composition', members: 3, deputies: 1, affiliations: [] },
  committee: { kind: 'committee', affiliations: [] },
  groupName: { kind: 'groupName', template: 'CNS-{hamlet}-{commune}', nameMax: 100 },
  reply: { kind: 'reply', days: 3 },
  chase: {
    kind: 'chase',
    replyDays: 3,
    remindHours: 24,
    supporterHours: 48,
    callListHours: 72,
    remindEveryHours: 4,
    urgentPercent: 50,
  },
  difficulty: { kind: 'difficulty', days: 5 },
  sampling: { kind: 'sampling', below: 10, oneIn: 5 },
  secondApproval: { kind: 'secondApproval', isNeeded: true, measure: 'teams', above: 50 },
  quiet: { kind: 'quiet', wholeDays: false, quietFrom: '21:00', quietTo: '06:30', lastDay: null },
  period: { kind: 'period', windowStartDay: 15, dueBeforeDay: 25, shift: 'none' },
  reportApproval: { kind: 'reportApproval', isNeeded: true },
  allowance: { kind: 'allowance', basis: 'day', amount: 60_000 },
  attention: { kind: 'attention', ...usualAttention },
  inviting: { kind: 'inviting', ...usualInviting },
  // What is advised, until somebody decides.
  secondFactor: { kind: 'secondFactor', roles: ['admin', 'province_officer', 'district_officer'], askAgain: true },
};

export const firstValue = ({ kind, now, next }: Rule): RuleValue =>
  (next ?? now)?.value ?? (isKeepingKind(kind) ? { kind, amount: keepingTerms[kind].usual } : firsts[kind]);

/** "CNS-[thôn]-[xã]": the pattern of a group's name in the reader's words, and back. */
export const shownTemplate = (t: Translate, template: string): string =>
  ruleSegments.reduce((text, name) => text.replaceAll(`{${name}}`, `[${t(`rules.seg.${name}`)}]`), template);
export const typedTemplate = (t: Translate, shown: string): string =>
  ruleSegments.reduce(
    (text, name) => text.replaceAll(`[${t(`rules.seg.${name}`)}]`, `{${name}}`),
    shown.normalize('NFC'),
  );

/** Whether the form can be sent: every number is there. */
export const isComplete = (value: RuleValue): boolean =>
  Object.entries(value).every(([name, part]) => (part !== null || name === 'lastDay') && part !== '') &&
  (value.kind !== 'quiet' || !value.wholeDays || value.lastDay !== null) &&
  (value.kind !== 'committee' || value.affiliations.length > 0);

/**
 * The first of next month, after all that the unit has set for later; another window of months begins where an old one ends.
 */
export function firstDay(today: string, unitId: string, { kind, now, spans }: Rule): string {
  const start = kind === 'period' && now?.value.kind === 'period' ? now.value.windowStartDay : 1;
  const own = spans.filter(({ unit }) => unit?.id === unitId).map(({ ruleFrom }) => ruleFrom);
  let day = addDays([today, ...own].sort().at(-1) as string, 1);
  while (Number(day.slice(8)) !== start) day = addDays(day, 1);
  return day;
}
