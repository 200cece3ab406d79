import { testId } from '../../testing/render.tsx';
import { overMonths } from '../dashboard/dashboard-facts.ts';
import type { Restated } from './restated.ts';
import { asMonths, gapsOf } from './restated-months.ts';

const unit = { id: testId(1), kind: 'commune' as const, name: 'Thọ Phú', fullName: 'Xã Thọ Phú' };
const indicator = (code: string) =>
  ({ code, aggregation: 'sum', unit: 'hồ sơ' }) as Restated['figures'][0]['indicator'];
const view = (month: string, figures: [string, number | null][], missing = false): Restated => ({
  unit,
  month,
  figures: figures.map(([code, numerator]) => ({
    indicator: indicator(code),
    pair: { numerator, denominator: null },
    known: numerator !== null,
    undivided: [],
  })),
  parts: figures.length > 0 ? [{ unit, from: 'report' }] : [],
  missing: missing ? [unit] : [],
});
const views = [
  view('2025-03', [
    ['CQ02', 4],
    ['TC02', null],
  ]),
  view('2025-04', [['CQ02', 6]], true),
  view('2025-05', [['TC02', 90]]),
  view('2025-06', [], true),
];

it('draws what is known, and leaves a gap where a figure cannot be divided', () => {
  const months = asMonths(views);
  expect(months.indicators.map(({ code }) => code)).toEqual(['CQ02', 'TC02']);
  const values = (code: string) =>
    overMonths(months, indicator(code), { indicator: code, month: String }).series[0]?.values;
  expect(values('CQ02')).toEqual([4, 6, null, null]);
  expect(values('TC02')).toEqual([null, null, 90, null]);
});

it('names the months that cannot be had in the units of today, or not wholly', () => {
  expect(gapsOf(views, 'TC02')).toEqual({ undivided: ['2025-03'], partial: ['2025-04'], unsent: ['2025-06'] });
  expect(gapsOf(views, 'CQ02').undivided).toEqual([]);
});
