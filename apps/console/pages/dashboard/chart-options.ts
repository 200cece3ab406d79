/** A drawing in the words of the chart library, in the page's own colours and type. Pure. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Drawing, Series } from './dashboard-facts.ts';

export interface Looks {
  /** Resolves a token of the page: `bar-1`, `line`. */
  color: (token: string) => string;
  font: string;
  still: boolean;
  format: (value: number) => string;
}

const textSize = 13;
const barWidth = 14;

const shown = (value: unknown, unit: string, { format }: Looks): string =>
  typeof value === 'number' ? `${format(value)}${unit}` : '–';

/** The rule where units changed: its day stands below it, on the axis. */
const ruleOf = (cuts: readonly number[], looks: Looks) => ({
  silent: true,
  symbol: 'none',
  label: { show: false },
  lineStyle: { color: looks.color('doing-text'), type: 'solid', width: 2 },
  data: cuts.map((xAxis) => ({ xAxis })),
});

function seriesOf(
  { name, color, values, imported }: Series,
  { kind, unit, cuts = [] }: Drawing,
  looks: Looks,
  isFirst: boolean,
) {
  const isLine = kind === 'line';
  return {
    name,
    type: isLine ? 'line' : 'bar',
    data: values,
    color: looks.color(color),
    ...(isLine
      ? { symbolSize: 8, lineStyle: { width: 3, ...(imported?.includes(true) && { type: 'dashed' }) } }
      : { barMaxWidth: kind === 'stack' ? 40 : barWidth }),
    ...(isFirst && cuts.length > 0 && { markLine: ruleOf(cuts, looks) }),
    ...(kind === 'stack' && { stack: 'all' }),
    ...(kind !== 'stack' && {
      label: {
        show: true,
        position: kind === 'across' ? 'right' : 'top',
        color: looks.color('text'),
        fontSize: textSize,
        formatter: ({ value, dataIndex }: { value: unknown; dataIndex: number }) =>
          `${shown(value, unit, looks)}${imported?.[dataIndex] ? '*' : ''}`,
      },
    }),
  };
}

export function chartOptions(drawing: Drawing, looks: Looks): EChartsCoreOption {
  const quiet = { color: looks.color('text-2'), fontSize: textSize };
  const lines = { lineStyle: { color: looks.color('line') } };
  const names = {
    type: 'category',
    data: drawing.labels,
    axisLabel: quiet,
    axisTick: { show: false },
    axisLine: lines,
    inverse: drawing.kind === 'across',
  };
  const values = {
    type: 'value',
    minInterval: drawing.unit === '%' ? 25 : 1,
    axisLabel: { ...quiet, hideOverlap: true, formatter: (value: number) => shown(value, drawing.unit, looks) },
    splitLine: lines,
  };
  const across = drawing.kind === 'across';
  return {
    animation: !looks.still,
    textStyle: { fontFamily: looks.font },
    grid: { left: 8, right: across ? 56 : 16, top: 24, bottom: drawing.series.length > 1 ? 36 : 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      // As HTML it would write styles into its tags, which the page's policy refuses.
      renderMode: 'richText',
      confine: true,
      axisPointer: { type: drawing.kind === 'line' ? 'line' : 'shadow' },
      backgroundColor: looks.color('surface'),
      borderColor: looks.color('line-strong'),
      textStyle: { color: looks.color('text'), fontSize: textSize },
      valueFormatter: (value: unknown) => shown(value, drawing.unit, looks),
    },
    ...(drawing.series.length > 1 && {
      legend: { bottom: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, textStyle: quiet },
    }),
    xAxis: across ? values : names,
    yAxis: across ? names : values,
    series: drawing.series.map((one, at) => seriesOf(one, drawing, looks, at === 0)),
  };
}
