/** What a dated rule is called, what it says and what held before it, as the reader's language says it. */
import { affiliationWordsEn } from '#i18n/words/affiliation-words.en';
import { affiliationWordsVi } from '#i18n/words/affiliation-words.vi';
import { dateInVietnam, formatDateNear, type Lang } from '#i18n';
import { render } from '#i18n/render';
import { type SayRule, wholeRuleText } from '#i18n/rule-text';
import { allowanceWordsEn, ruleWordsEn } from '#i18n/words/rule-words.en';
import { allowanceWordsVi, ruleWordsVi } from '#i18n/words/rule-words.vi';
import type { RuleParams } from '../message-definition.ts';

const words = {
  vi: { ...ruleWordsVi, ...allowanceWordsVi, ...affiliationWordsVi },
  en: { ...ruleWordsEn, ...allowanceWordsEn, ...affiliationWordsEn },
};

/** Values for the places of a rule's words. */
export function ruleWords({ kind, from, value, held }: RuleParams, language: Lang, now: Date) {
  const say: SayRule = (id, values = {}) => render(words[language][id], values, language);
  const day = (long: boolean) => formatDateNear(from, dateInVietnam(now), language, long);
  return {
    rule: say(`rules.k.${kind}`),
    day: day(true),
    dayShort: day(false),
    value: wholeRuleText(say, language, value),
    held: held ? wholeRuleText(say, language, held) : say('rules.v.none'),
  };
}
