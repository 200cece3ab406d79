import { allChecks } from './all-checks.ts';
import { cellsOf } from './among.ts';
import type { Cell, Check, Figures, Oddity, Suspicion } from './series.ts';

/**
 * Which figures of the last month had better be asked about, those first that move the sum of their indicator most. Nothing
 * is decided here: an odd figure may be right. The order of what comes in does not matter.
 */
export function findOddities(figures: Figures, checks: readonly Check[] = allChecks): Oddity[] {
  const cells = cellsOf(figures);
  const sums = new Map<string, number>();
  for (const { indicator, value } of cells) sums.set(indicator, (sums.get(indicator) ?? 0) + (value ?? 0));
  return cells
    .map((cell) => {
      const months = cell.before.filter((value) => value !== null).length;
      return checks.flatMap((check) => {
        const suspicion = months < check.minimumMonths ? undefined : check.judge(cell);
        return suspicion ? [oddityOf(check, cell, suspicion, sums.get(cell.indicator) ?? 0)] : [];
      });
    })
    .filter((of) => of.length > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || compare(keyOf(a), keyOf(b)))
    .flat();
}

function oddityOf({ id }: Check, cell: Cell, { reason, params, expected, other }: Suspicion, sum: number): Oddity {
  const { placeId, indicator, months, value, own, peers } = cell;
  const difference = expected === null ? null : Math.round((value ?? 0) - expected);
  const usual = own ?? peers;
  return {
    check: id,
    placeId,
    indicator,
    month: months.at(-1) ?? '',
    value,
    reason,
    params,
    other: other ?? null,
    usual: usual && { low: usual.low, high: usual.high },
    effect: difference === null ? null : { difference, share: difference / Math.max(1, sum - difference) },
  };
}

/** All that is odd about one figure stays together; what nobody can weigh comes last. */
const weightOf = (of: readonly Oddity[]): number =>
  Math.max(...of.map(({ effect }) => (effect ? Math.abs(effect.share) : -1)));
const keyOf = ([first]: readonly Oddity[]): string => (first ? `${first.placeId} ${first.indicator}` : '');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
