/** A divided commune's figure, by the communes of today: only where its records make up all of it. Pure. */
import type { Pair } from '#contracts/reporting/figures';

/** Confirmed lines of a commune of then, by the commune in which their teams are today; null where that cannot be said. */
export interface LineShare {
  unitId: string;
  code: string;
  heirId: string | null;
  value: number;
}

export interface Whole extends Pair {
  unitId: string;
  code: string;
  /** From outside our records. */
  isTyped: boolean;
}

export const sumOf = (lines: readonly LineShare[]): number => lines.reduce((sum, { value }) => sum + value, 0);

/** @returns undefined where nobody can say which part is whose; who is not named in it has none of it */
export function divideFigure(figure: Whole, shares: readonly LineShare[]): Map<string, Pair> | undefined {
  const of = (code: string) => shares.filter((line) => line.unitId === figure.unitId && line.code === code);
  const [tops, bottoms] = [of(figure.code), of(wholesOf(figure.code))];
  const isRatio = figure.denominator !== null;
  const isAll = sumOf(tops) === figure.numerator && (!isRatio || sumOf(bottoms) === figure.denominator);
  if (figure.isTyped || !isAll || [...tops, ...bottoms].some(({ heirId }) => heirId === null)) return undefined;
  const heirs = new Set([...tops, ...bottoms].flatMap(({ heirId }) => heirId ?? []));
  const own = (lines: readonly LineShare[], id: string) => sumOf(lines.filter(({ heirId }) => heirId === id));
  return new Map(
    [...heirs].map((id) => [id, { numerator: own(tops, id), denominator: isRatio ? own(bottoms, id) : null }]),
  );
}

/** The records behind the denominator of a ratio. */
export const wholesOf = (code: string): string => `${code}/`;
