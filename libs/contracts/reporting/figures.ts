/**
 * Figures of reports as pairs that add up: a count is a numerator, a ratio keeps numerator and denominator at every level,
 * so that a total is the sum of its parts and a percentage is never a mean of percentages. Both sides use these functions.
 * `null` is "not reported" and differs from 0. Free of zod.
 */
import type { Aggregation } from '../enums.ts';

export interface Pair {
  numerator: number | null;
  /** Null for counts. */
  denominator: number | null;
}

export const absent: Pair = { numerator: null, denominator: null };

/** What is not reported does not count; a sum of nothing but that is not reported either. */
export function sumPairs(pairs: readonly Pair[]): Pair {
  return {
    numerator: sum(pairs.map(({ numerator }) => numerator)),
    denominator: sum(pairs.map(({ denominator }) => denominator)),
  };
}

/**
 * The figure as it is shown: a count, or a ratio times 100 (per cent and "per 100 residents" alike), to one decimal.
 * @returns null where it is not reported or the denominator is 0
 */
export function figureOf({ numerator, denominator }: Pair, aggregation: Aggregation): number | null {
  if (aggregation !== 'ratio') return numerator;
  if (numerator === null || denominator === null || denominator === 0) return null;
  return Math.round((numerator * 1000) / denominator) / 10;
}

/** How far a plan is reached, in whole per cent; null without a plan or a figure. */
export function percentOfPlan(value: number | null, plan: number | null): number | null {
  if (value === null || plan === null || plan === 0) return null;
  return Math.round((value * 100) / plan);
}

export type FigureFault = 'negative' | 'partAboveWhole' | 'denominatorMissing' | 'denominatorZero' | 'notWhole';

/** What is wrong with a figure that was typed; the same rules before sending and on the server. */
export function faultOf(
  { numerator, denominator }: Pair,
  aggregation: Aggregation,
  unit: string,
): FigureFault | undefined {
  if (numerator === null) return undefined;
  if (numerator < 0 || (denominator ?? 0) < 0) return 'negative';
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator ?? 0)) return 'notWhole';
  if (aggregation !== 'ratio') return undefined;
  if (denominator === null) return 'denominatorMissing';
  if (denominator === 0) return 'denominatorZero';
  return unit === '%' && numerator > denominator ? 'partAboveWhole' : undefined;
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}
