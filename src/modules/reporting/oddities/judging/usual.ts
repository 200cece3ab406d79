/**
 * Median and median absolute deviation: a single wild month moves neither. Counts are compared on the scale on which their
 * noise is the same everywhere: of Anscombe (1948), the square root where counts swing as counting alone makes them, towards the
 * logarithm where they swing in proportion as well. On it a nought too few is as far as a nought too many.
 */
import type { Usual } from './series.ts';

/** From deviation of the median to deviation of the mean, for what is spread normally (Iglewicz and Hoaglin 1993). */
const MAD_TO_SPREAD = 1.4826;
const STILL = 1e-4;
/** From how many months on a past says what is usual in a place. */
export const MONTHS_OF_PAST = 6;

/** @param restless the square of the relative swing that comes on top of counting */
export function onScale(count: number, restless: number): number {
  const root = Math.sqrt(Math.max(0, count) + 0.375);
  const swing = Math.sqrt(restless);
  return restless < STILL ? 2 * root : (2 / swing) * Math.asinh(swing * root);
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** @param values not empty */
export function usualOf(values: readonly number[], restless = 0): Usual {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = medianOf(sorted);
  const at = onScale(middle, restless);
  const deviation = medianOf(sorted.map((value) => Math.abs(onScale(value, restless) - at)));
  return {
    middle,
    low: sorted[Math.floor((sorted.length - 1) * 0.1)] ?? 0,
    high: sorted[Math.ceil((sorted.length - 1) * 0.9)] ?? 0,
    spread: Math.max(1, MAD_TO_SPREAD * deviation),
    restless,
    count: sorted.length,
  };
}

export const hasPast = (own: Usual | null): own is Usual => own !== null && own.count >= MONTHS_OF_PAST;

/** How much such counts swing beyond counting, as the `restless` of a scale. @param usual on the scale of a calm place */
export const restlessnessOf = ({ spread, middle }: Usual): number => (spread ** 2 - 1) / Math.max(1, middle);

/** How far off in spreads: the modified z-score, on the scale of counts. */
export const scoreOf = (value: number, { middle, spread, restless }: Usual): number =>
  (onScale(value, restless) - onScale(middle, restless)) / spread;

/** How many times as much; half a count keeps nothing from being divided by. */
export const timesOf = (value: number, middle: number): number => Math.max(value, 0.5) / Math.max(middle, 0.5);

/** How far off is far: in spreads, and as a swing that a person would see. */
export interface Far {
  score: number;
  times: number;
}

/**
 * 1 far above, -1 far below, 0 neither. With `movement` the figure has to be far both from what was usual and from that as
 * its peers have moved: whoever moves along with all is not odd, nor who stays while all move.
 */
export function sideOff(value: number, usual: Usual, far: Far, movement = 1): 1 | -1 | 0 {
  const side = value > usual.middle ? 1 : -1;
  const isFar = [usual.middle, usual.middle * movement].every(
    (middle) => side * scoreOf(value, { ...usual, middle }) >= far.score && timesOf(value, middle) ** side >= far.times,
  );
  return isFar ? side : 0;
}
