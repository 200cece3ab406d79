/** What a dated rule says, in words: one function for the console and for messages. */
import type { z } from 'zod';
import { keepingTerms } from '#contracts/organization/keeping-terms';
import type { RuleValue as Value } from '#contracts/organization/rules';
import { namedDueDay } from '#contracts/reporting/due-days';
import type { affiliationWordsVi } from './words/affiliation-words.vi.ts';
import { formatDate, type Lang } from './dates.ts';
import { formatNumber } from './format.ts';
import type { Values } from './render.ts';
import type { allowanceWordsVi, RuleWordId } from './words/rule-words.vi.ts';

export type RuleTextId = RuleWordId | keyof typeof allowanceWordsVi | keyof typeof affiliationWordsVi;
export type SayRule = (id: RuleTextId, values?: Values) => string;
type RuleValue = z.infer<typeof Value>;

export const ruleSegments = ['hamlet', 'commune', 'district'] as const;
/** "CNS-thôn-xã" */
const plainTemplate = (say: SayRule, template: string): string =>
  ruleSegments.reduce((text, name) => text.replaceAll(`{${name}}`, say(`rules.seg.${name}`)), template);

/** "3 ngày": in few words, as lists say it. */
export function ruleText(say: SayRule, lang: Lang, value: RuleValue): string {
  switch (value.kind) {
    case 'composition':
      return say('rules.v.composition', { n: value.members });
    case 'committee':
      return say('rules.v.committee', { n: value.affiliations.length });
    case 'groupName':
      return plainTemplate(say, value.template);
    case 'reply':
      return say('rules.v.days', { n: value.days });
    case 'difficulty':
      return say('rules.v.workingDays', { n: value.days });
    case 'chase':
      return say('rules.v.chase', { a: value.remindHours, b: value.supporterHours, c: value.callListHours });
    case 'sampling':
      return say('rules.v.sampling', { below: value.below, oneIn: value.oneIn });
    case 'quiet':
      return value.wholeDays
        ? say('rules.v.quietDays')
        : say('rules.v.quietHours', { from: value.quietFrom, to: value.quietTo });
    case 'period':
      return say('rules.v.period', {
        start: value.windowStartDay,
        end: value.windowStartDay === 1 ? 31 : value.windowStartDay - 1,
        due: say(`rules.v.due.${value.wording ?? 'before'}`, { day: namedDueDay(value.dueBeforeDay, value.wording) }),
      });
    case 'reportApproval':
      return say(value.isNeeded ? 'rules.v.approvalOn' : 'rules.v.approvalOff');
    case 'secondApproval':
      return value.isNeeded ? say(`rules.v.second.${value.measure}`, { n: value.above }) : say('rules.v.approvalOff');
    case 'attention':
      return say('rules.v.attention', { n: value.silentDays });
    case 'inviting':
      return say('rules.v.inviting', { n: value.donePercent });
    case 'allowance':
      return say(`service.amountOf.${value.basis}`, { amount: formatNumber(value.amount, lang) });
    case 'secondFactor':
      return value.roles.length > 0 ? say('rules.v.factor', { n: value.roles.length }) : say('rules.v.factorNone');
    default:
      return say(keepingTerms[value.kind].unit === 'months' ? 'rules.v.months' : 'rules.v.days', { n: value.amount });
  }
}

/** What lists have no room for. */
function rest(say: SayRule, lang: Lang, value: RuleValue): string[] {
  switch (value.kind) {
    case 'composition':
      return [
        ...(value.deputies > 0 ? [say('rules.w.deputies', { n: value.deputies })] : []),
        ...value.affiliations.map((one) => say(`affiliation.${one}`)),
      ];
    case 'committee':
      return value.affiliations.map((one) => say(`affiliation.${one}`));
    case 'groupName':
      return [say('rules.w.nameMax', { n: value.nameMax })];
    case 'chase':
      return [
        say('rules.w.reply', { n: value.replyDays }),
        say('rules.w.every', { n: value.remindEveryHours }),
        say('rules.w.urgent', { n: value.urgentPercent }),
      ];
    case 'attention':
      return [
        say('rules.w.busy', { n: value.busyTeams }),
        say('rules.w.late', { times: value.lateTimes, months: value.lateMonths, days: value.lateDays }),
        say('rules.w.term', { n: value.termDays }),
      ];
    case 'inviting':
      return [say('rules.w.slips', { n: value.slipsAtOnce, days: value.slipDays })];
    case 'secondFactor':
      return [
        ...value.roles.map((role) => say(`rules.f.factorRole.${role}`)),
        ...(value.askAgain ? [say('rules.v.askAgain')] : []),
      ];
    case 'quiet':
      return value.lastDay ? [say('rules.f.until', { day: formatDate(value.lastDay, lang, { withYear: true }) })] : [];
    case 'period':
      return value.shift === 'none' ? [] : [say(`rules.f.shift.${value.shift}`)];
    default:
      return [];
  }
}

/** All that it says: two that differ are told apart. */
export const wholeRuleText = (say: SayRule, lang: Lang, value: RuleValue): string =>
  [ruleText(say, lang, value), ...rest(say, lang, value)].join(' · ');
