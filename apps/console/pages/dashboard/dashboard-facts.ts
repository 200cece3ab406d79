/** What the dashboard draws, as rows and series. Pure. */
import { figureOf } from '#contracts/reporting/figures';
import { periodOf } from '#contracts/reporting/periods';
import type { ReportStanding } from '#contracts/reporting/report-standing';
import type { Schemas } from '../../api/client.ts';
import { owedMonths } from '../report-board/board-facts.ts';
import type { AgoPair } from '../past-years/year-ago.ts';
import type { FigureMonths } from '../restated/restated-months.ts';

export type Dashboard = Schemas['Dashboard'];
export type Indicator = Dashboard['indicators'][number];

/** A screen with the records behind a value. */
export interface Target {
  to: '/reports/$reportId' | '/report-board';
  params?: { reportId: string };
  search: Record<string, string>;
}

/**
 * The unit's own report of the month, which opens each figure; without one the board of what it received.
 * @param hasBoard whether the reader may see that
 */
export function targetOf(
  { month, reportId }: { month: string; reportId?: string | null },
  hasBoard: boolean,
  code?: string,
): Target | null {
  if (reportId) return { to: '/reports/$reportId', params: { reportId }, search: code ? { figure: code } : {} };
  return hasBoard ? { to: '/report-board', search: { month } } : null;
}

export interface Series {
  name: string;
  /** A token of the page: `bar-1`. */
  color: string;
  values: (number | null)[];
  /** Which of them are not from records: they carry a *, and their line is broken. */
  imported?: readonly boolean[];
}

/** A chart and its table say the same: one row per label, one column per series. */
export interface Drawing {
  kind: 'line' | 'bars' | 'stack' | 'across';
  labels: string[];
  series: Series[];
  /** Stands after each value: "%". */
  unit: string;
  /** Where the records behind the values of each label are; null where nothing opens. */
  targets?: readonly (Target | null)[];
  /** Places among the labels at which no value stands but a rule: units changed there. */
  cuts?: readonly number[];
}

/** A day on which units changed, and before which of the months it lies. */
export interface Cut {
  before: number;
  day: string;
}

/** A rule where units changed, which no line crosses. */
export function withCuts(drawing: Drawing, cuts: readonly Cut[], label: (day: string) => string): Drawing {
  if (cuts.length === 0) return drawing;
  const cut = <T>(all: readonly T[], rule: (one: Cut) => T): T[] =>
    all.flatMap((value, at) => [...cuts.filter(({ before }) => before === at).map(rule), value]);
  const marks = cut(
    drawing.labels.map(() => false),
    () => true,
  );
  return {
    ...drawing,
    labels: cut(drawing.labels, ({ day }) => label(day)),
    ...(drawing.targets && { targets: cut<Target | null>(drawing.targets, () => null) }),
    series: drawing.series.map((one) => ({
      ...one,
      values: cut(one.values, () => null),
      ...(one.imported && { imported: cut(one.imported, () => false) }),
    })),
    cuts: marks.flatMap((is, at) => (is ? [at] : [])),
  };
}

/** A day counts in the month whose period it lies in; what lies before the first month or after the last is no cut. */
export const cutsOf = (months: readonly string[], days: readonly string[]): Cut[] =>
  [...days]
    .sort()
    .map((day) => ({ day, before: months.filter((one) => one < periodOf(day).month).length }))
    .filter(({ before }) => before > 0 && before < months.length);

export const isEmpty = ({ series }: Drawing): boolean => series.every(({ values }) => values.every((v) => v === null));

export function punctuality(
  board: Pick<Dashboard, 'months'>,
  names: { status: (status: ReportStanding) => string; month: (month: string) => string },
  hasBoard = false,
): Drawing {
  const owed = owedMonths(board);
  return {
    kind: 'stack',
    unit: '',
    labels: owed.map(({ month }) => names.month(month)),
    targets: owed.map(({ month }) => targetOf({ month }, hasBoard)),
    series: [
      { name: names.status('on_time'), color: 'bar-ok', values: owed.map(({ onTime }) => onTime) },
      { name: names.status('late'), color: 'bar-warn', values: owed.map(({ late }) => late) },
      { name: names.status('returned'), color: 'bar-2', values: owed.map(({ returned }) => returned) },
      { name: names.status('missing'), color: 'bar-late', values: owed.map(({ missing }) => missing) },
    ],
  };
}

export function pillarReach(
  { pillars }: Pick<Dashboard, 'pillars'>,
  names: { pillar: (pillar: Dashboard['pillars'][number]['pillar']) => string; now: string; before: string },
  target: Target | null = null,
): Drawing {
  const planned = pillars.filter(({ percent, before }) => percent !== null || before !== null);
  return {
    kind: 'across',
    unit: '%',
    labels: planned.map(({ pillar }) => names.pillar(pillar)),
    targets: planned.map(() => target),
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
  hasBoard = false,
): Drawing {
  const values = months.map(({ figures }) => {
    const pair = figures.find((figure) => figure.code === code)?.pair;
    return pair ? figureOf(pair, aggregation) : null;
  });
  return {
    kind: 'line',
    unit: unit === '%' ? '%' : '',
    labels: months.map(({ month }) => names.month(month)),
    targets: months.map((month) => targetOf(month, hasBoard, code)),
    series: [{ name: names.indicator, color: 'bar-1', values }],
  };
}

/** Beside it the same months of a year ago, where they are known. */
export function withYearAgo(
  drawing: Drawing,
  agos: readonly (AgoPair | undefined)[],
  { aggregation }: Pick<Indicator, 'aggregation'>,
  names: { records: string; imported: string },
): Drawing {
  const values = agos.map((ago) => (ago ? figureOf(ago.pair, aggregation) : null));
  if (values.every((value) => value === null)) return drawing;
  const imported = agos.map((ago) => ago?.isImported ?? false);
  const name = imported.includes(true) ? names.imported : names.records;
  return { ...drawing, series: [...drawing.series, { name, color: 'bar-2', values, imported }] };
}

/** Indicators of which any month has something to show, in the order of the catalogue. */
export function drawable({ months, indicators }: FigureMonths): Indicator[] {
  const seen = new Set(
    months.flatMap(({ figures }) => figures.filter(({ pair }) => pair.numerator !== null).map(({ code }) => code)),
  );
  return indicators.filter(({ code }) => seen.has(code));
}
