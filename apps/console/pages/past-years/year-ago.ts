/** The same month a year ago beside a figure: only of what is whole, and marked where it was imported. Pure. */
import { figureOf, type Pair } from '#contracts/reporting/figures';
import type { Schemas } from '../../api/client.ts';

export type YearAgo = Schemas['YearAgo'];
type Ago = NonNullable<YearAgo['months'][number]['ago']>;

export interface AgoPair {
  pair: Pair;
  isImported: boolean;
}

/** A part of the communes is no comparison for all of them. */
export const isWhole = ({ known, of }: Pick<Ago, 'known' | 'of'>): boolean => of > 0 && known >= of;

const pairIn = (ago: Ago | null | undefined, code: string): AgoPair | undefined => {
  const pair = ago && isWhole(ago) ? ago.figures.find((one) => one.code === code)?.pair : undefined;
  return pair && { pair, isImported: ago?.from === 'imported' };
};

export const agoOf = (view: YearAgo | undefined, month: string, code: string): AgoPair | undefined =>
  pairIn(view?.months.find((one) => one.month === month)?.ago, code);

/** Of the whole year before. */
export const yearOf = (view: YearAgo | undefined, code: string): AgoPair | undefined => pairIn(view?.year?.ago, code);

/** Whether anything stands beside the figures. */
export const isComparable = (view: YearAgo | undefined): boolean =>
  [...(view?.months ?? []), view?.year].some((one) => one?.ago && isWhole(one.ago));

/** Papers that imported figures are from, each once. */
export function sourcesOf(view: YearAgo | undefined): string[] {
  const agos = [...(view?.months ?? []).map(({ ago }) => ago), view?.year?.ago];
  const whole = agos.flatMap((ago) => (ago && isWhole(ago) && ago.from === 'imported' ? ago.sources : []));
  return [...new Set(whole.map(({ source }) => source))];
}

/** Months of a year ago of which a part is known. */
export const partialOf = (view: YearAgo | undefined): { before: string; known: number; of: number }[] =>
  (view?.months ?? []).flatMap(({ before, ago }) =>
    ago && !isWhole(ago) ? [{ before, known: ago.known, of: ago.of }] : [],
  );

export interface Change {
  value: number;
  isPoints: boolean;
}

/** In per cent of then; of a share in its own points. Null where there is nothing to compare. */
export function changeOf(now: Pair, ago: Pair, aggregation: Parameters<typeof figureOf>[1]): Change | null {
  const [a, b] = [figureOf(now, aggregation), figureOf(ago, aggregation)];
  if (a === null || b === null) return null;
  if (aggregation === 'ratio') return { value: Math.round((a - b) * 10) / 10, isPoints: true };
  return b === 0 ? null : { value: Math.round(((a - b) * 1000) / b) / 10, isPoints: false };
}
