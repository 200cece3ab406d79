import { dateInVietnam, fill, formatDateNear, type Lang } from '#i18n';
import { chatEn } from '#i18n/server/chat.en';
import { chatVi, type ChatWordId } from '#i18n/server/chat.vi';
import { errorsEn } from '#i18n/words/errors.en';
import { errorsVi } from '#i18n/words/errors.vi';
import type { ProblemError } from '#platform/http';
import { wordsOf } from '../../plan/messages/words/word.ts';

/** A word of the chat's catalogue. */
export const say = wordsOf<ChatWordId>(chatVi, chatEn);

/** What a use case has refused, in the words that the screens use for it; days near today carry no year. */
export function refusalIn(language: Lang, { code, details }: ProblemError, now: Date): string {
  const words: Record<string, string> = language === 'vi' ? errorsVi : errorsEn;
  const values = Object.entries(details[0]?.params ?? {}).map(([name, value]) => [name, worded(value, language, now)]);
  return fill(words[code] ?? words['platform.denied'] ?? '', Object.fromEntries(values) as Record<string, string>);
}

function worded(value: unknown, language: Lang, now: Date): string {
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value : undefined;
  if (!day) return String(value);
  return formatDateNear(day.length > 10 ? dateInVietnam(new Date(day)) : day, dateInVietnam(now), language, true);
}
