import { deadlineText, fill, formatDateNear, formatNumber, dateInVietnam, type Lang } from '#i18n';
import { messagesEn } from '#i18n/server/messages.en';
import { messagesVi } from '#i18n/server/messages.vi';
import { withUnits } from '#i18n/words/unit-words.en';
import type { MessageParams } from '../message-definition.ts';
import { changeWords } from './word-change.ts';
import { factWords, whyReturned } from './word-facts.ts';
import { reportWords } from './word-report.ts';
import { ruleWords } from './word-rule.ts';
import { sendWords } from './word-send.ts';
import { sessionWords } from './word-session.ts';

/** What an urgent order begins with. */
const pressing = new Set(['taskAssigned', 'assignmentReminded', 'assignmentChanged']);

export interface MessageText {
  title: string;
  body: string;
}

/** Title and body as the person reads them now: days near today carry no year. */
export function wordMessage(kind: string, params: MessageParams, language: Lang, now: Date): MessageText {
  const words: Record<string, string> = language === 'vi' ? messagesVi : messagesEn;
  const values = {
    ...strings(params),
    ...days(params, language, now),
    ...(params.session && sessionWords(params.session, language, now)),
    ...(params.report && reportWords(params.report, language, now)),
    ...(params.send && sendWords(params.send, language)),
    ...(params.rule && ruleWords(params.rule, language, now)),
    ...factWords(kind, params, language, now),
    ...(params.changed && { changes: changeWords(params, language, now) }),
    ...(params.kind && {
      kind: fill(words[params.kind] ?? '', { ...strings(params), ...days(params, language, now) }),
    }),
    ...(params.reasons && { reasons: whyReturned(params.reasons, language) }),
    ...(params.target !== undefined && { target: formatNumber(params.target, language) }),
    ...(params.reported !== undefined && { reported: formatNumber(params.reported, language) }),
  };
  const say = (id: string) =>
    language === 'vi' ? fill(words[id] ?? '', values) : withUnits(fill(words[id] ?? '', values));
  const title = say(`${kind}.title`);
  const presses = params.urgent === true && pressing.has(kind);
  return {
    title: presses ? fill(words['frame.urgent'] ?? '', { title }) : title,
    body: withoutGaps(say(`${kind}.body`)),
  };
}

/** A place that stayed empty takes its paragraph with it. */
const withoutGaps = (body: string): string => body.replace(/\n{3,}/g, '\n\n').trim();

function strings(params: MessageParams): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined && typeof value !== 'object'),
  ) as Record<string, string | number>;
}

function days(params: MessageParams, language: Lang, now: Date): Record<string, string> {
  const today = dateInVietnam(now);
  const near = (day: string) => formatDateNear(day, today, language, true);
  return {
    ...(params.dueOn && { dueOn: near(params.dueOn), deadline: deadlineText(params.dueOn, now, 'long', language) }),
    ...(params.replyBy && { replyBy: near(params.replyBy) }),
    ...(params.until && { until: near(params.until) }),
  };
}
