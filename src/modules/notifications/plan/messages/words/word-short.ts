/** A message as one line of the inbox: at most 24 signs, so that it stays one line on the narrowest phone. */
import { dateInVietnam, fill, formatDateNear, formatNumber, formatTime, type Lang } from '#i18n';
import { shortMessagesEn } from '#i18n/server/short-messages.en';
import { withUnits } from '#i18n/words/unit-words.en';
import { shortMessagesVi } from '#i18n/server/short-messages.vi';
import type { MessageParams, SessionParams } from '../message-definition.ts';
import { reportWords } from './word-report.ts';
import { ruleWords } from './word-rule.ts';
import { sendWords } from './word-send.ts';

export const SHORT_SIGNS = 24;

export function wordShort(kind: string, params: MessageParams, language: Lang, now: Date): string {
  const words: Record<string, string> = language === 'vi' ? shortMessagesVi : shortMessagesEn;
  const today = dateInVietnam(now);
  const near = (day: string) => formatDateNear(day, today, language);
  const { session, report, rule, send, dueOn, until, target, kind: word } = params;
  const plain = Object.entries(params).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  const values: Record<string, string | number> = {
    ...Object.fromEntries(plain),
    ...(rule && ruleWords(rule, language, now)),
    ...(send && sendWords(send, language)),
    ...(report && reportWords(report, language, now)),
    ...(report && { dueShort: near(report.dueOn) }),
    ...(dueOn && { dueShort: near(dueOn) }),
    ...(until && { untilShort: near(until) }),
    ...(target !== undefined && { target: formatNumber(target, language) }),
    ...(word && { kind: words[`kind.${word.split('.').at(-1)}`] ?? '' }),
    ...(session && {
      startTime: formatTime(session.startsAt),
      startDay: near(dateInVietnam(session.startsAt)),
      shortChange: changeOf(session, words, near),
    }),
  };
  const line = fill(words[kind] ?? '', values);
  return cut(language === 'vi' ? line : withUnits(line));
}

function changeOf(
  { before, startsAt, endsAt }: SessionParams,
  words: Record<string, string>,
  near: (day: string) => string,
): string {
  const day = dateInVietnam(startsAt);
  if (before && dateInVietnam(before.startsAt) !== day) return fill(words['moved.day'] ?? '', { day: near(day) });
  const moved = before && (before.startsAt !== startsAt || before.endsAt !== endsAt);
  return moved ? fill(words['moved.time'] ?? '', { time: formatTime(startsAt) }) : (words['moved.place'] ?? '');
}

/** Between two words where there is room for that; a place that stayed empty takes its colon with it. */
function cut(line: string): string {
  const text = line.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/[:,]$/, '');
  const signs = [...text];
  if (signs.length <= SHORT_SIGNS) return text;
  const room = signs.slice(0, SHORT_SIGNS - 1).join('');
  const end = room.lastIndexOf(' ');
  const kept = signs[SHORT_SIGNS - 1] === ' ' || end < SHORT_SIGNS / 2 ? room : room.slice(0, end);
  return `${kept.replace(/[\s:,.]+$/, '')}…`;
}
