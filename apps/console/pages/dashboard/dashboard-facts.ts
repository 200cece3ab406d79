/** What the dashboard draws, as rows and series. Pure. */
import { figureOf } from '#contracts/reporting/figures';
import type { Schemas } from '../../api/client.ts';

export type Dashboard = Schemas['Dashboard'];
export type Indicator = Dashboard['indicators'][number];

/** Figures by month, and what their codes mean. */
export interface FigureMonths {
  months: readonly Pick<Dashboard['months'][number], 'month' | 'figures'>[];
  indicators: readonly Indicator[];
}

export interface Series {
  name: string;
  /** A token of the page: `bar-1`. */
  color: string;
  values: (number | null)[];
}

/** A chart and its table say the same: one row per label, one column per series. */
export interface Drawing {
  kind: 'line' | 'bars' | 'stack' | 'across';
  labels: string[];
  series: Series[];
  /** Stands after each value: "%". */
  unit: string;
}

export const isEmpty = ({ series }: Drawing): boolean => series.every(({ values }) => values.every((v) => v === null));

/** Months in which anything was owed. */
export function punctuality(
  { months }: Pick<Dashboard, 'months'>,
  names: { onTime: string; late: string; missing: string; month: (month: string) => string },
): Drawing {
  const owed = months.filter(({ onTime, late, missing }) => onTime + late + missing > 0);
  return {
    kind: 'stack',
    unit: '',
    labels: owed.map(({ month }) => names.month(month)),
    series: [
      { name: names.onTime, color: 'bar-ok', values: owed.map(({ onTime }) => onTime) },
      { name: names.late, color: 'bar-warn', values: owed.map(({ late }) => late) },
      { name: names.missing, color: 'bar-late', values: owed.map(({ missing }) => missing) },
    ],
  };
}

export function pillarReach(
  { pillars }: Pick<Dashboard, 'pillars'>,
  names: { pillar: (pillar: Dashboard['pillars'][number]['pillar']) => string; now: string; before: string },
): Drawing {
  const planned = pillars.filter(({ percent, before }) => percent !== null || before !== null);
  return {
    kind: 'across',
    unit: '%',
    labels: planned.map(({ pillar }) => names.pillar(pillar)),
    series: [
      { name: names.now, color: 'bar-1', values: planned.map(({ percent }) => percent) },
      { name: names.before, color: 'bar-2', values: planned.map(({ before }) => before) },
    ],
  };
}

/** One indicator over the months; null where it was not reported, which differs from 0. */
export function overMonths(
  { months }: Pick<FigureMonths, 'months'>,
  { code, aggregation, unit }: Pick<Indicator, 'code' | 'aggregation' | 'unit'>,
  names: { indicator: string; month: (month: string) => string },
): Drawing {
  const values = months.map(({ figures }) => {
    const pair = figures.find((figure) => figure.code === code)?.pair;
    return pair ? figureOf(pair, aggregation) : null;
  });
  return {
    kind: 'line',
    unit: unit === '%' ? '%' : '',
    labels: months.map(({ month }) => names.month(month)),
    series: [{ name: names.indicator, color: 'bar-1', values }],
  };
}

/** Indicators of which any month has something to show, in the order of the catalogue. */
export function drawable({ months, indicators }: FigureMonths): Indicator[] {
  const seen = new Set(
    months.flatMap(({ figures }) => figures.filter(({ pair }) => pair.numerator !== null).map(({ code }) => code)),
  );
  return indicators.filter(({ code }) => seen.has(code));
}
