/** How difficulties are told apart, ordered and found. Pure. */
import { daysBetween } from '#contracts/reporting/periods';
import { foldMarks } from '#i18n/fold';
import type { Schemas } from '../../api/client.ts';
import type { MessageId, Translate } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type Difficulty = Schemas['Difficulty'];
export type KnowHow = Schemas['KnowHow'];

export const filters = ['open', 'mine', 'late', 'above', 'answered', 'all'] as const;
export type Filter = (typeof filters)[number];

export interface Viewer {
  personId: string;
  today: string;
}

const isOpen = ({ answer }: Difficulty): boolean => answer === null;

/** Days until its day is over; below zero when it is over; null where there is no clock or it has stopped. */
export function daysLeft(row: Difficulty, today: string): number | null {
  return row.dueOn && isOpen(row) ? daysBetween(today, row.dueOn) : null;
}

const tests: Record<Filter, (row: Difficulty, viewer: Viewer) => boolean> = {
  open: isOpen,
  mine: (row, { personId }) => isOpen(row) && row.owner?.id === personId,
  late: (row, { today }) => (daysLeft(row, today) ?? 0) < 0,
  above: (row) => isOpen(row) && Boolean(row.escalatedAt),
  answered: (row) => !isOpen(row),
  all: () => true,
};

export function found(rows: readonly Difficulty[], filter: Filter, query: string, viewer: Viewer): Difficulty[] {
  const wanted = foldMarks(query);
  return rows.filter(
    (row) =>
      tests[filter](row, viewer) && foldMarks(`${row.team.name} ${row.text} ${row.answer ?? ''}`).includes(wanted),
  );
}

/** Open ones by their day, the soonest first; then the answered, the newest first. */
export function soonestFirst(rows: readonly Difficulty[]): Difficulty[] {
  const key = (row: Difficulty) => row.dueOn ?? row.at.slice(0, 10);
  return [...rows].sort((a, b) => {
    if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
    return isOpen(a) ? key(a).localeCompare(key(b)) : b.at.localeCompare(a.at);
  });
}

export interface Look {
  tone: Tone;
  icon: IconName;
  word: MessageId;
}

export function lookOf(row: Difficulty): Look {
  if (!isOpen(row)) return { tone: 'done', icon: 'check', word: 'difficulty.state.answered' };
  if (row.escalatedAt) return { tone: 'accepted', icon: 'arrow-up', word: 'difficulty.state.above' };
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
