import type { Cell, Check, Suspicion } from '../series.ts';

/** By chance a count is what it was in the month before once in some 3.5 times its spread. */
const CHANCE_OF_TWO = 1 / (2 * Math.sqrt(Math.PI));
const RUN = 3;
/** A few are as many again by chance, and their copy changes no sum. */
const SMALLEST = 10;
const RUN_CHANCE = 2e-4;
/** Of a whole month: how many indicators at least, which share of all that move, and how unlikely together. */
const MONTH_CELLS = 5;
const MONTH_SHARE = 0.8;
const MONTH_CHANCE = 1e-6;

/** The same figure month after month, or a whole month that is the month before again. What stands may stay. */
export const copied: Check = {
  id: 'copied',
  minimumMonths: 1,
  judge(cell: Cell): Suspicion | undefined {
    if (cell.isStock || !isRepeated(cell)) return undefined;
    const value = cell.value as number;
    const whole = wholeMonth(cell);
    const since = cell.months.at(-2) as string;
    if (whole) return { reason: 'copied.month', params: { ...whole, since }, expected: null };
    const times = runOf(cell);
    if (times < RUN || value < SMALLEST || chanceOfRun(value, times) > RUN_CHANCE) return undefined;
    return { reason: 'copied.run', params: { value, times, since }, expected: null };
  },
};

const isRepeated = ({ value, before }: Cell): boolean => value !== null && value > 0 && before.at(-1) === value;

/** Months with this very figure, the judged one counted. */
const runOf = ({ value, before }: Cell): number => before.length - before.findLastIndex((other) => other !== value);

/** Of as many draws around a level, that all are alike; smallest possible noise, so that chance is rather overrated. */
const chanceOfRun = (value: number, times: number): number =>
  (2 * Math.PI * value) ** (-(times - 1) / 2) / Math.sqrt(times);

/** Said once for the place, at its largest figure. */
function wholeMonth(cell: Cell): { count: number; of: number } | undefined {
  const moving = [...cell.siblings.values()].filter(
    ({ value, before, isStock }) => !isStock && Math.max(value ?? 0, before.at(-1) ?? 0) > 0,
  );
  const same = moving.filter(isRepeated);
  if (same.length < MONTH_CELLS || same.length < moving.length * MONTH_SHARE) return undefined;
  const chance = same.reduce((all, { value }) => (all * CHANCE_OF_TWO) / Math.sqrt(value as number), 1);
  return chance <= MONTH_CHANCE && same.every((other) => !isBefore(other, cell))
    ? { count: same.length, of: moving.length }
    : undefined;
}

function isBefore(other: Cell, cell: Cell): boolean {
  const [a, b] = [other.value as number, cell.value as number];
  return a > b || (a === b && other.indicator < cell.indicator);
}
