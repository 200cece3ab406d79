/** The lines of a message that say what a person needs without opening it; what does not apply has no line. */
import { dateInVietnam, formatDateNear, formatNumber, type Lang, weekdayInside } from '#i18n';
import type { ReturnReason } from '#contracts/enums';
import { returnReasonsEn } from '#i18n/server/return-reasons.en';
import { returnReasonsVi } from '#i18n/server/return-reasons.vi';
import type { MessageParams } from '../message-definition.ts';
import { word } from './word.ts';

export const whyReturned = (reasons: readonly ReturnReason[], language: Lang): string =>
  reasons.map((reason) => (language === 'vi' ? returnReasonsVi : returnReasonsEn)[reason]).join(', ');

/** Values for the places `{facts}` and `{answer}`. */
export function factWords(
  kind: string,
  params: MessageParams,
  language: Lang,
  now: Date,
): { facts: string; answer: string } {
  const { target, unit = '', unitEn = '', dueOn, basis, issuer, reasons, reason, granted, products } = params;
  const today = dateInVietnam(now);
  const day = (on: string) => formatDateNear(on, today, language, true);
  const why = [reasons && whyReturned(reasons, language), reason].filter(Boolean).join('. ');
  const lines: Record<string, (string | false | undefined)[]> = {
    order: [
      target !== undefined &&
        unit !== '' &&
        word(needOf(params), language, {
          target: formatNumber(target, language),
          unit: (language === 'en' && unitEn) || unit,
          registered: products?.registered ?? 0,
          missing: products?.missing ?? 0,
        }),
      dueOn && word('facts.due', language, { day: day(dueOn), weekday: weekdayInside(dueOn, language) }),
      issuer && word(basis ? 'facts.why' : 'facts.whyIssuer', language, { issuer, basis: basis ?? '' }),
    ],
    taskReturned: [
      why && word('facts.reason', language, { reason: why }),
      dueOn && word('facts.resend', language, { day: day(dueOn) }),
    ],
    extensionAnswered: [
      dueOn && word('facts.due', language, { day: day(dueOn), weekday: weekdayInside(dueOn, language) }),
      reason && word('facts.note', language, { reason }),
    ],
  };
  return {
    facts: (lines[kind] ?? lines.order ?? []).filter(Boolean).join('\n'),
    answer: word(granted === undefined ? 'facts.answered' : granted ? 'facts.granted' : 'facts.refused', language),
  };
}

/** Products are asked for by name: all that are missing, or some of them. */
const needOf = ({ products, target = 0 }: MessageParams) =>
  !products ? 'facts.need' : target >= products.missing ? 'facts.needAll' : 'facts.needSome';
