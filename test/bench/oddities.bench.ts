/**
 * A country's communes over two years, with errors planted that happen when figures are typed: a nought too many or too few,
 * two columns swapped, a month that is the month before again. Every month from the seventh on is judged once, as a night would,
 * province by province, with the errors of earlier months left in the past. What is odd by itself stays in as well: places that swing,
 * grow, pause, begin late or have a campaign, months of Tết, seldom kinds of work.
 *
 *   npm run bench -- oddities [--communes 3000] [--months 24] [--indicators 20] [--seed 39]
 */
import { findOddities } from '../../src/modules/reporting/oddities/judging/find-oddities.ts';
import type { Figures } from '../../src/modules/reporting/oddities/judging/series.ts';
import { type Planted, type Province, plantedCountry } from './seeds/odd-figures.ts';
import type { Bench } from './support/bench.ts';

/** What the bench fails on; docs/benches.md says what was measured. */
const bars = { foundPct: 95, falsePct: 2, nightS: 120 } as const;
const FIRST_MONTH = 6;

interface Tally {
  planted: Record<Planted['kind'], number>;
  found: Record<Planted['kind'], number>;
  figures: number;
  wrong: number;
  named: number;
  false: number;
  falseBy: Record<string, number>;
  nights: number[];
}

function figuresUntil(province: Province, month: number): Figures {
  return {
    months: province.months.slice(0, month + 1),
    places: province.places,
    series: province.series.map((one) => ({ ...one, values: one.values.slice(0, month + 1) })),
  };
}

/** A planted error is found when one of its figures is named; whatever else is named is false. */
function judgeMonth(province: Province, month: number, tally: Tally): number {
  const figures = figuresUntil(province, month);
  const from = performance.now();
  const oddities = findOddities(figures);
  const seconds = (performance.now() - from) / 1000;
  const planted = province.planted.get(month) ?? [];
  const wrong = new Set(planted.flatMap(({ cells }) => cells));
  const named = new Map<string, string[]>();
  for (const { placeId, indicator, other, check } of oddities) {
    const cells = [indicator, ...(other ? [other] : [])].map((code) => `${placeId} ${code}`);
    // Of two figures that do not agree either may be the wrong one.
    const cell = cells.find((one) => wrong.has(one)) ?? cells[0] ?? '';
    named.set(cell, [...(named.get(cell) ?? []), check]);
  }
  for (const { kind, cells } of planted) {
    tally.planted[kind] += 1;
    if (cells.some((cell) => named.has(cell))) tally.found[kind] += 1;
  }
  tally.figures += figures.series.filter(({ values }) => values[month] !== null).length;
  tally.wrong += wrong.size;
  tally.named += named.size;
  for (const [cell, checks] of named) {
    if (wrong.has(cell)) continue;
    tally.false += 1;
    for (const check of checks) tally.falseBy[check] = (tally.falseBy[check] ?? 0) + 1;
  }
  return seconds;
}

const sum = (of: Record<string, number>): number => Object.values(of).reduce((a, b) => a + b, 0);

export const bench: Bench = {
  name: 'oddities',
  defaults: { communes: 3_000, months: 24, indicators: 20, seed: 39 },
  async run(given) {
    const params = given as Record<'communes' | 'months' | 'indicators' | 'seed', number>;
    const provinces = plantedCountry(params);
    const none = { tenfold: 0, swapped: 0, copied: 0 };
    const tally: Tally = {
      planted: { ...none },
      found: { ...none },
      figures: 0,
      wrong: 0,
      named: 0,
      false: 0,
      falseBy: {},
      nights: [],
    };
    for (let month = FIRST_MONTH; month < params.months; month += 1)
      tally.nights.push(provinces.reduce((seconds, one) => seconds + judgeMonth(one, month, tally), 0));
    const percent = (part: number, whole: number) => (part * 100) / Math.max(1, whole);
    const planted = sum(tally.planted);
    const metrics = {
      found_pct: percent(sum(tally.found), planted),
      false_pct: percent(tally.false, tally.figures - tally.wrong),
      night_s: Math.max(...tally.nights),
      planted,
      tenfold_pct: percent(tally.found.tenfold, tally.planted.tenfold),
      swapped_pct: percent(tally.found.swapped, tally.planted.swapped),
      copied_pct: percent(tally.found.copied, tally.planted.copied),
      figures: tally.figures,
      named: tally.named,
      false: tally.false,
      false_of_named_pct: percent(tally.false, tally.named),
      ...Object.fromEntries(Object.entries(tally.falseBy).map(([check, count]) => [`false_${check}`, count])),
    };
    return {
      metrics,
      missed: [
        ...(metrics.found_pct < bars.foundPct ? [`${metrics.found_pct.toFixed(1)} % of the planted are found`] : []),
        ...(metrics.false_pct > bars.falsePct
          ? [`${metrics.false_pct.toFixed(1)} % of the right figures are named`]
          : []),
        ...(metrics.night_s > bars.nightS ? [`a night takes ${metrics.night_s.toFixed(0)} s`] : []),
      ],
    };
  },
};
