/**
 * What the checks look at and what they say. Plain numbers only: whoever reads the figures, and by which right, stands above.
 */
import type { OddityReason } from '#i18n/words/oddity-text';

/** One indicator of one place, by month: oldest first, the month that is judged last. `null` is not reported. */
export interface Series {
  placeId: string;
  indicator: string;
  values: readonly (number | null)[];
  /** What is counted anew each month may not stay the same for long; what stands (teams, products) may. */
  isStock?: boolean;
}

export interface Place {
  id: string;
  /** By what places are alike, as residents of the register or teams; without it a place has no peers. */
  size: number | null;
  teams: number | null;
}

/** Places that are compared with each other, as those of one province. */
export interface Figures {
  /** `yyyy-mm`, as many as each series has values. */
  months: readonly string[];
  places: readonly Place[];
  series: readonly Series[];
}

/** What is usual: the median, the middle four fifths, and the spread on the scale of `onScale`. */
export interface Usual {
  middle: number;
  low: number;
  high: number;
  spread: number;
  /** Of the scale: the square of the relative swing beyond that of counting. */
  restless: number;
  /** Months of the past, or places of like size. */
  count: number;
}

/** A figure of the judged month with all that a check may ask about it. */
export interface Cell {
  placeId: string;
  indicator: string;
  months: readonly string[];
  value: number | null;
  /** The year before, oldest first. */
  before: readonly (number | null)[];
  isStock: boolean;
  teams: number | null;
  /** Of the year before, from two months on. */
  own: Usual | null;
  /** By how much its peers have moved against their own past this month; 1 where too few are known. */
  movement: number;
  /** Of places of like size, brought to this place's size. */
  peers: Usual | null;
  /** The other figures of the place in this month, and this one. */
  siblings: ReadonlyMap<string, Cell>;
}

export interface Suspicion {
  reason: OddityReason;
  params: Readonly<Record<string, string | number>>;
  /** What the figure would be if it were not odd; null where nobody can say. */
  expected: number | null;
  /** The indicator of the same place that does not agree with it. */
  other?: string;
}

/** One file of `checks`, and one line in `all-checks.ts`. */
export interface Check {
  id: string;
  /** How many months of the year before must have a figure; with fewer the check is not asked. */
  minimumMonths: number;
  judge(cell: Cell): Suspicion | undefined;
}

export interface Oddity {
  check: string;
  placeId: string;
  indicator: string;
  month: string;
  value: number | null;
  reason: OddityReason;
  params: Suspicion['params'];
  other: string | null;
  usual: Pick<Usual, 'low' | 'high'> | null;
  /** What the sum of all places has too much or too little, and as a share of what the sum would be. */
  effect: { difference: number; share: number } | null;
}
