/** The one message that goes out a day: work that is due first, then what is new, then what was missed. */
import { deadlineText, formatNumber } from '#i18n';
import type { MessageParams } from '../../plan/messages/index.ts';
import { word } from '../../plan/messages/words/word.ts';
import { wordMessage } from '../../plan/messages/words/word-message.ts';

export interface DigestItem {
  kind: string;
  params: MessageParams;
}

/** Work in hand that is due soon or late. */
export interface DueWork {
  taskId: string;
  title: string;
  dueOn: string;
  target: number;
  reported: number;
  unit: string;
  unitEn: string;
}

export interface Digest {
  items: readonly DigestItem[];
  due: readonly DueWork[];
  /** Messages that became stale on their way. */
  missed: number;
}

/** Titles that one digest shows; a phone shows hardly more before it has to be opened. */
const SHOWN = 6;

/** @param listens the channel takes a number as an answer */
export function digestText(
  { items, due, missed }: Digest,
  language: 'vi' | 'en',
  now: Date,
  listens: boolean,
): { title: string; paragraphs: string[] } {
  const [first] = due;
  const lines = items.slice(0, SHOWN).map(({ kind, params }) => `- ${wordMessage(kind, params, language, now).title}`);
  const rest = items.length - lines.length;
  const isAlone = due.length === 1 && items.length === 0;
  return {
    title: titleOf({ items, due, missed }, language, now),
    paragraphs: [
      ...(due.length > 0 && !isAlone ? [due.map((work) => `- ${dueLine(work, language, now)}`).join('\n')] : []),
      ...(first && listens ? [howToAnswer(first, due.length > 1, language)] : []),
      ...(lines.length > 0 ? [lines.join('\n')] : []),
      ...(rest > 0 ? [word('digest.more', language, { count: rest })] : []),
      ...(missed > 0 ? [word('digest.missed', language, { count: missed })] : []),
    ],
  };
}

function titleOf({ items, due, missed }: Digest, language: 'vi' | 'en', now: Date): string {
  const [first] = due;
  const count = items.length;
  if (first && due.length === 1 && count === 0) return dueLine(first, language, now);
  if (first && count === 0) return word('digest.titleDue', language, { due: due.length });
  if (first) return word('digest.titleBoth', language, { due: due.length, count });
  return count > 0
    ? word('digest.title', language, { count })
    : word('digest.titleMissed', language, { count: missed });
}

/** "Còn 2 ngày: Giúp bà con nộp hồ sơ 38 / 50, còn 12" */
function dueLine({ title, dueOn, target, reported }: DueWork, language: 'vi' | 'en', now: Date): string {
  const figure = (n: number) => formatNumber(n, language);
  return word('digest.due', language, {
    deadline: deadlineText(dueOn, now, 'countdown', language),
    title,
    reported: figure(reported),
    target: figure(target),
    left: figure(target - reported),
  });
}

/** Of one piece of work a number says it all; of several its unit says which. */
function howToAnswer(
  { target, reported, unit, unitEn }: DueWork,
  isOneOfSeveral: boolean,
  language: 'vi' | 'en',
): string {
  const left = target - reported;
  const named = isOneOfSeveral ? ` ${(language === 'en' && unitEn) || unit}` : '';
  return word('digest.answer', language, {
    left: `${formatNumber(left, language)}${named}`,
    some: `${formatNumber(Math.min(left, 5), language)}${named}`,
  });
}

/** Work that alone fills the digest is what its link opens. */
export const soleWork = ({ items, due }: Digest): DueWork | undefined =>
  due.length === 1 && items.length === 0 ? due[0] : undefined;
