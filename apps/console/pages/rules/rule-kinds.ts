/** Which rules the screen shows where, and what they say. Pure. */
import { isKeepingKind, type KeepingKind, keepingKinds, keepingTerms } from '#contracts/organization/keeping-terms';
import type { RuleKind } from '#contracts/organization/rule-kinds';
import { addDays } from '#contracts/reporting/periods';
import { formatDate, type Lang } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import { amountText } from '../service-days/rules.ts';

export type Rule = Schemas['DatedRule'];
export type RuleSpan = Schemas['RuleSpan'];
export type RuleValue = Schemas['RuleValue'];
export type ValueOf<K extends RuleKind> = Extract<RuleValue, { kind: K }>;

export const groups = [
  { key: 'teams', kinds: ['composition', 'committee', 'groupName'] },
  { key: 'work', kinds: ['reply', 'chase', 'quiet', 'difficulty', 'sampling', 'secondApproval'] },
  { key: 'reports', kinds: ['period', 'reportApproval', 'allowance'] },
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
};

export const firstValue = ({ kind, now, next }: Rule): RuleValue =>
  (next ?? now)?.value ?? (isKeepingKind(kind) ? { kind, amount: keepingTerms[kind].usual } : firsts[kind]);

const segments = ['hamlet', 'commune', 'district'] as const;

/** "CNS-[thôn]-[xã]": the pattern of a group's name in the reader's words, and back. */
export const shownTemplate = (t: Translate, template: string): string =>
  segments.reduce((text, name) => text.replaceAll(`{${name}}`, `[${t(`rules.seg.${name}`)}]`), template);
export const typedTemplate = (t: Translate, shown: string): string =>
  segments.reduce((text, name) => text.replaceAll(`[${t(`rules.seg.${name}`)}]`, `{${name}}`), shown.normalize('NFC'));

/** "3 ngày", as the list says it. */
export function valueText(t: Translate, lang: Lang, value: RuleValue): string {
  switch (value.kind) {
    case 'composition':
      return t('rules.v.composition', { n: value.members });
    case 'committee':
      return t('rules.v.committee', { n: value.affiliations.length });
    case 'groupName':
      return shownTemplate(t, value.template).replace(/[[\]]/g, '');
    case 'reply':
      return t('rules.v.days', { n: value.days });
    case 'difficulty':
      return t('rules.v.workingDays', { n: value.days });
    case 'chase':
      return t('rules.v.chase', { a: value.remindHours, b: value.supporterHours, c: value.callListHours });
    case 'sampling':
      return t('rules.v.sampling', { below: value.below, oneIn: value.oneIn });
    case 'quiet':
      return value.wholeDays
        ? t('rules.v.quietDays')
        : t('rules.v.quietHours', { from: value.quietFrom, to: value.quietTo });
    case 'period':
      return t('rules.v.period', {
        start: value.windowStartDay,
        end: value.windowStartDay === 1 ? 31 : value.windowStartDay - 1,
        due: value.dueBeforeDay,
      });
    case 'reportApproval':
      return t(value.isNeeded ? 'rules.v.approvalOn' : 'rules.v.approvalOff');
    case 'secondApproval':
      return value.isNeeded ? t(`rules.v.second.${value.measure}`, { n: value.above }) : t('rules.v.approvalOff');
    case 'allowance':
      return amountText(t, lang, value);
    default:
      return t(keepingTerms[value.kind].unit === 'months' ? 'rules.v.months' : 'rules.v.days', { n: value.amount });
  }
}

/** All that it says, for its history: what the list has no room for comes behind. */
export function wholeText(t: Translate, lang: Lang, value: RuleValue): string {
  const short = valueText(t, lang, value);
  if (value.kind === 'composition' || value.kind === 'committee')
    return [short, ...value.affiliations.map((one) => t(`affiliation.${one}`))].join(' · ');
  if (value.kind === 'quiet' && value.lastDay)
    return `${short} · ${t('rules.f.until', { day: formatDate(value.lastDay, lang, { withYear: true }) })}`;
  if (value.kind === 'period' && value.shift !== 'none') return `${short} · ${t(`rules.f.shift.${value.shift}`)}`;
  return short;
}

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
