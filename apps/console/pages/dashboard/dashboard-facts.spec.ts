import { chartOptions } from './chart-options.ts';
import {
  cutsOf,
  type Dashboard,
  drawable,
  isEmpty,
  overMonths,
  pillarReach,
  punctuality,
  withCuts,
} from './dashboard-facts.ts';

const pair = (numerator: number | null, denominator: number | null = null) => ({ numerator, denominator });
const indicator = (code: string, part: Partial<Dashboard['indicators'][number]> = {}) =>
  ({
    code,
    name: code,
    nameEn: code,
    unit: 'hồ sơ',
    unitEn: '',
    aggregation: 'sum',
    ...part,
  }) as Dashboard['indicators'][number];
const month = (
  name: string,
  counts: [number, number, number, number],
  figures: Dashboard['months'][number]['figures'] = [],
) => ({
  month: name,
  onTime: counts[0],
  late: counts[1],
  returned: counts[2],
  missing: counts[3],
  notDue: 5,
  figures,
});
const board = {
  months: [
    month('2022-04', [0, 0, 0, 0], [{ code: 'CQ02', pair: pair(null) }]),
    month(
      '2022-05',
      [7, 1, 0, 0],
      [
        { code: 'CQ02', pair: pair(0) },
        { code: 'OC01', pair: pair(3, 4) },
      ],
    ),
    month(
      '2022-06',
      [4, 1, 2, 3],
      [
        { code: 'CQ02', pair: pair(186) },
        { code: 'OC01', pair: pair(1, 3) },
      ],
    ),
  ],
  indicators: [indicator('CQ02'), indicator('XX01'), indicator('OC01', { aggregation: 'ratio', unit: '%' })],
  pillars: [
    { pillar: 'communication', percent: 94, before: 88 },
    { pillar: 'digital_economy', percent: null, before: null },
  ],
} as Pick<Dashboard, 'months' | 'indicators' | 'pillars'>;
const names = { status: (status: string) => status, month: (name: string) => name.slice(5) };

describe('the dashboard', () => {
  it('counts months in which something was due', () => {
    const { labels, series } = punctuality(board, names);
    expect(labels).toEqual(['05', '06']);
    expect(series.map(({ values }) => values)).toEqual([
      [7, 4],
      [1, 1],
      [0, 2],
      [0, 3],
    ]);
  });

  it('draws pillars that have a plan', () => {
    const drawing = pillarReach(board, { pillar: (name) => name, now: '6', before: '5' });
    expect(drawing.labels).toEqual(['communication']);
    expect(drawing.series.map(({ values }) => values)).toEqual([[94], [88]]);
  });

  it('keeps what was not reported apart from zero', () => {
    const drawing = overMonths(board, indicator('CQ02'), { indicator: 'Hồ sơ', month: names.month });
    expect(drawing.series[0]?.values).toEqual([null, 0, 186]);
    expect(isEmpty(drawing)).toBe(false);
    expect(isEmpty(overMonths(board, indicator('XX01'), { indicator: '', month: names.month }))).toBe(true);
  });

  it('shows ratios by numerator and denominator', () => {
    const ratio = indicator('OC01', { aggregation: 'ratio', unit: '%' });
    const drawing = overMonths(board, ratio, { indicator: 'OCOP', month: names.month });
    expect(drawing.unit).toBe('%');
    expect(drawing.series[0]?.values).toEqual([null, 75, 33.3]);
  });

  it('offers indicators that have anything to draw', () => {
    expect(drawable(board).map(({ code }) => code)).toEqual(['CQ02', 'OC01']);
  });

  it('draws in the colours of the page and in its numbers', () => {
    const looks = { color: (token: string) => `<${token}>`, font: 'Be Vietnam Pro', still: true, format: String };
    const drawing = punctuality(board, names);
    const options = chartOptions(drawing, looks) as {
      animation: boolean;
      series: { color: string; stack?: string }[];
      tooltip: { valueFormatter: (value: unknown) => string };
    };
    expect(options.animation).toBe(false);
    expect(options.series.map(({ color }) => color)).toEqual(['<bar-ok>', '<bar-warn>', '<bar-2>', '<bar-late>']);
    expect(options.tooltip.valueFormatter(null)).toBe('–');
  });
});

describe('units that changed between the months', () => {
  const months = ['2025-05', '2025-06', '2025-07'];

  it('lie before the month in whose period their day is, and nowhere outside', () => {
    expect(cutsOf(months, ['2025-07-01', '2025-01-01', '2025-04-20', '2025-08-01'])).toEqual([
      { before: 2, day: '2025-07-01' },
    ]);
    expect(cutsOf(months, ['2025-06-15'])).toEqual([{ before: 2, day: '2025-06-15' }]);
  });

  it('are a rule in the chart which no line crosses', () => {
    const drawing = {
      kind: 'line' as const,
      unit: '',
      labels: ['5', '6', '7'],
      series: [{ name: 'Hồ sơ', color: 'bar-1', values: [1, 2, 3] }],
    };
    const cut = withCuts(drawing, cutsOf(months, ['2025-07-01']), (day) => `từ ${day}`);
    expect([cut.labels, cut.series[0]?.values, cut.cuts]).toEqual([
      ['5', '6', 'từ 2025-07-01', '7'],
      [1, 2, null, 3],
      [2],
    ]);
    const { series } = chartOptions(cut, {
      color: String,
      font: '',
      still: true,
      format: String,
    }) as unknown as { series: { markLine?: { data: unknown } }[] };
    expect(series[0]?.markLine?.data).toEqual([{ xAxis: 2 }]);
    expect(withCuts(drawing, [], String)).toBe(drawing);
  });
});
