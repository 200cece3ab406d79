/** How far the plans of a pillar are reached, in per cent: the mean over planned indicators, each capped at its plan. */
import { type Aggregation, pillars, type Pillar } from '#contracts/enums';
import { figureOf, type Pair, percentOfPlan } from '#contracts/reporting/figures';

export interface Planned {
  pair: Pair;
  /** Over all units that planned it. */
  plan: number;
  units: number;
}
interface Known {
  code: string;
  pillar: Pillar;
  aggregation: Aggregation;
}
type PlannedOf = (code: string) => Planned | undefined;

/** @param now what was planned and reached, by code; `before` the same a period ago */
export function reachByPillar(
  indicators: readonly Known[],
  now: PlannedOf,
  before: PlannedOf,
): { pillar: Pillar; percent: number | null; before: number | null }[] {
  return pillars.map((pillar) => {
    const own = indicators.filter((indicator) => indicator.pillar === pillar);
    return { pillar, percent: meanOf(own, now), before: meanOf(own, before) };
  });
}

function meanOf(indicators: readonly Known[], of: PlannedOf): number | null {
  const known = indicators.flatMap(({ code, aggregation }) => {
    const planned = of(code);
    const percent = planned ? percentOf(planned, aggregation) : null;
    return percent === null ? [] : [Math.min(100, percent)];
  });
  return known.length === 0 ? null : Math.round(known.reduce((a, b) => a + b, 0) / known.length);
}

/** A ratio's plan is a percentage of each unit, not a sum. */
function percentOf({ pair, plan, units }: Planned, aggregation: Aggregation): number | null {
  return percentOfPlan(figureOf(pair, aggregation), aggregation === 'ratio' ? plan / units : plan);
}
