/** How difficulties are told apart, and which answers are like them. Pure. */
import { daysBetween } from '#contracts/reporting/periods';
import { foldMarks } from '#i18n/fold';
import type { Schemas } from '../../api/client.ts';
import type { MessageId, Translate } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type Difficulty = Schemas['Difficulty'];
export type KnowHow = Schemas['KnowHow'];

const isOpen = ({ answer }: Difficulty): boolean => answer === null;

/** Days until its day is over; below zero when it is over; null where there is no clock or it has stopped. */
export function daysLeft(row: Difficulty, today: string): number | null {
  return row.dueOn && isOpen(row) ? daysBetween(today, row.dueOn) : null;
}

export interface Look {
  tone: Tone;
  icon: IconName;
  word: MessageId;
}

export function lookOf(row: Difficulty): Look {
  if (row.closedAt) return { tone: 'done', icon: 'checkbox', word: 'difficulty.state.closed' };
  if (!isOpen(row)) return { tone: 'done', icon: 'check', word: 'difficulty.state.answered' };
  if (row.escalatedAt) return { tone: 'accepted', icon: 'arrow-up', word: 'difficulty.state.above' };
  if (row.provider && !row.owner) return { tone: 'accepted', icon: 'broadcast', word: 'difficulty.state.passedOn' };
  if (row.owner) return { tone: 'doing', icon: 'user', word: 'difficulty.state.owned' };
  return { tone: 'new', icon: 'hourglass', word: 'difficulty.state.new' };
}

export function clockText(t: Translate, left: number): string {
  if (left === 0) return t('difficulty.dueToday');
  return left > 0 ? t('difficulty.left', { n: left }) : t('difficulty.over', { n: -left });
}

/** Answers to difficulties like this one: of the same kind, those that share most words first. */
export function similar(row: Pick<Difficulty, 'kind' | 'text'>, known: readonly KnowHow[], most = 3): KnowHow[] {
  const words = new Set(wordsOf(row.text));
  const shared = ({ text }: KnowHow) => wordsOf(text).filter((word) => words.has(word)).length;
  return known
    .filter(({ kind }) => kind === row.kind)
    .map((one) => ({ one, score: shared(one) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ one }) => one);
}

const shortest = 3;
const wordsOf = (text: string): string[] => [
  ...new Set(
    foldMarks(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= shortest),
  ),
];

/** "Xóm Bãi, Thôn 2": the spot, and the hamlet that it lies in. */
export const placeOf = ({ spot, hamlet }: Difficulty): string => [spot, hamlet?.fullName].filter(Boolean).join(', ');
