/** The sentence of an odd figure, for console, message and document alike. */
import type { Lang } from '../dates.ts';
import { formatDate, monthOf, yearOf } from '../dates.ts';
import { formatNumber } from '../format.ts';
import { render } from '../render.ts';
import type { OddityWords } from './oddities.vi.ts';

type Key = keyof OddityWords;
type Variant = 'oddity.and' | `oddity.zero.${string}` | `oddity.same.${string}`;
/** Each has its sentence: a check with a reason that nobody has worded does not compile. */
export type OddityReason = Exclude<Key, Variant> extends `oddity.${infer Reason}` ? Reason : never;

export interface OddityFacts {
  reason: OddityReason;
  params: Readonly<Record<string, string | number>>;
}

/** "Bằng đúng số T10 và T9: 655, 655, 655." */
export function oddityText(words: OddityWords, lang: Lang, { reason, params }: OddityFacts): string {
  const { since, times, value } = params;
  const isRun = reason === 'copied.run';
  const said = {
    ...params,
    ...(typeof since === 'string' && { since: monthsBack(since, isRun ? Number(times) - 1 : 1, words, lang) }),
    ...(isRun && { values: Array.from({ length: Number(times) }, () => formatNumber(Number(value), lang)).join(', ') }),
  };
  return render(words[keyOf({ reason, params })], said, lang);
}

/** A range of one number is that number, and nothing is so many times 0. */
function keyOf({ reason, params: { low, high, middle } }: OddityFacts): Key {
  if (reason === 'ownPast.above' || reason === 'ownPast.tenfold')
    return middle === 0 ? 'oddity.zero.ownPast' : `oddity.${reason}`;
  const isOne = low === high;
  switch (reason) {
    case 'peers':
    case 'roundNumbers.peers':
    case 'roundNumbers.own':
      return isOne ? `oddity.same.${reason}` : `oddity.${reason}`;
    default:
      return `oddity.${reason}`;
  }
}

/** "T10 và T9", "Oct and Sep": this month and those before it. */
function monthsBack(since: string, count: number, words: OddityWords, lang: Lang): string {
  const names = Array.from({ length: count }, (_, back) => shortMonth(since, back, lang));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')}${words['oddity.and']}${last}`;
}

function shortMonth(since: string, back: number, lang: Lang): string {
  const month = ((monthOf(since) - 1 - back + 12 * yearOf(since)) % 12) + 1;
  return lang === 'vi'
    ? `T${month}`
    : (formatDate(`2022-${String(month).padStart(2, '0')}-01`, lang).split(' ')[1] ?? '');
}
