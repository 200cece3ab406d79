import { randomOf } from '../../../../../test/support/random.ts';
import { findOddities } from './find-oddities.ts';
import type { Figures, Oddity, Series } from './series.ts';

const months = [
  '2021-11',
  '2021-12',
  ...Array.from({ length: 11 }, (_, i) => `2022-${String(i + 1).padStart(2, '0')}`),
];
/** A commune's year before, as an officer would read it: now and then more, now and then less. */
const year = [230, 241, 225, 234, 262, 218, 210, 247, 239, 234, 228, 236];
const places = Array.from({ length: 24 }, (_, i) => ({
  id: `p${String(i).padStart(2, '0')}`,
  size: 5_000 + i,
  teams: 12,
}));

/** Every commune has such a year for the indicator, give or take a few, so that none is the other's copy. */
function usual(indicator: string, factor = 1): Series[] {
  const random = randomOf(indicator.charCodeAt(0) * 100 + indicator.charCodeAt(3));
  return places.map(({ id }) => ({
    placeId: id,
    indicator,
    values: [...year, 233].map((value) => Math.round((value + random() * 40 - 20) * factor)),
  }));
}
function withLast(series: Series[], placeId: string, last: number | null, before?: (number | null)[]): Series[] {
  return series.map((one) =>
    one.placeId === placeId ? { ...one, values: [...(before ?? one.values.slice(0, -1)), last] } : one,
  );
}
const find = (series: Series[], more: Partial<Figures> = {}): Oddity[] =>
  findOddities({ months, places, series, ...more });
const said = (of: Oddity[]) => of.map(({ placeId, indicator, reason, params }) => [placeId, indicator, reason, params]);

it('says nothing of a usual month', () => {
  expect(find([...usual('CQ01'), ...usual('CQ02', 0.2)])).toEqual([]);
});

it('finds a nought too many, and what the sum would be without', () => {
  const [found, ...others] = find(withLast(usual('CQ02'), 'p03', 2_340, year));
  expect(found).toMatchObject({
    check: 'ownPast',
    month: '2022-11',
    value: 2_340,
    reason: 'ownPast.tenfold',
    params: { times: 10, months: 12, middle: 234 },
    usual: { low: 218, high: 247 },
  });
  expect(found?.effect?.difference).toBeCloseTo(2_340 - 234, -1);
  expect(found?.effect?.share).toBeCloseTo(0.38, 1);
  expect(others.map(({ check, placeId }) => [check, placeId])).toEqual([['peers', 'p03']]);
});

it('finds a nought too few', () => {
  const found = find(withLast(usual('CQ02'), 'p03', 23));
  expect(found[0]).toMatchObject({ reason: 'ownPast.tenth', placeId: 'p03' });
});

it('leaves a month alone in which all move', () => {
  const moved = usual('CQ01').map((one) => ({
    ...one,
    values: one.values.map((v, i) => (i === 12 ? (v ?? 0) * 4 : v)),
  }));
  expect(find(moved)).toEqual([]);
  expect(said(find(withLast(moved, 'p05', 9_400)))[0]).toMatchObject(['p05', 'CQ01', 'ownPast.above', { months: 12 }]);
});

it('compares a place whose past is short with places of like size alone', () => {
  const short = [...Array.from({ length: 9 }, () => null), 231, 240, 226];
  const found = find(withLast(usual('CQ01'), 'p05', 2_290, short));
  expect(found).toMatchObject([{ check: 'peers', reason: 'peers', params: { places: 23 }, placeId: 'p05' }]);
});

it('does not ask about a place that has always been other than its peers', () => {
  const large = year.map((value) => value * 9);
  expect(find(withLast(usual('CQ01'), 'p05', 2_130, large))).toEqual([]);
});

it('finds more products listed than there are', () => {
  const series = withLast([...usual('KT03'), ...usual('KT04', 0.2)], 'p02', 94).map((one) =>
    one.placeId === 'p02' && one.indicator === 'KT04' ? { ...one, values: [...year, 186] } : one,
  );
  expect(said(find(series)).filter(([, , reason]) => String(reason).startsWith('cross'))).toEqual([
    ['p02', 'KT04', 'crossRules.products', { value: 186, other: 94 }],
  ]);
});

it.each([0, null])('finds silence where something else is reported: %s', (last) => {
  const series = [...withLast(usual('CQ01'), 'p07', last), ...usual('TT02')];
  expect(said(find(series))).toEqual([['p07', 'CQ01', 'silence.teams', { months: 12, teams: 12 }]]);
});

it('leaves a month alone that is not reported at all: the chase asks for it', () => {
  expect(find(withLast(usual('CQ01'), 'p07', null))).toEqual([]);
});

it('finds the same figure three months in a row, and cannot say what it weighs', () => {
  const series = withLast(usual('CQ01', 3), 'p09', 655, [...year.slice(0, 10).map((value) => value * 3), 655, 655]);
  expect(find(series)).toMatchObject([
    { reason: 'copied.run', params: { value: 655, times: 3, since: '2022-10' }, effect: null },
  ]);
});

it('leaves what stands alone, which is the same for months', () => {
  const stock = usual('TC03').map((one) => ({ ...one, isStock: true, values: months.map(() => 655) }));
  expect(find(stock)).toEqual([]);
});

it('finds a whole month that is the month before again, and says so once', () => {
  const all = ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((code, i) => usual(code, 0.1 + i));
  const copied = all.map((one) =>
    one.placeId === 'p11' ? { ...one, values: [...one.values.slice(0, -1), one.values.at(-2) ?? null] } : one,
  );
  expect(said(find(copied))).toEqual([['p11', 'F', 'copied.month', { count: 6, of: 6, since: '2022-10' }]]);
});

it('finds a round figure only where it is unusual too', () => {
  const found = find(withLast(usual('DT02', 0.9), 'p13', 500));
  expect(found).toMatchObject([{ reason: 'roundNumbers.peers', params: { value: 500 }, placeId: 'p13' }]);
  expect(find(withLast(usual('DT02', 0.85), 'p13', 200))).toEqual([]);
});

it('finds round figures month after month', () => {
  const series = withLast(usual('DT02'), 'p13', 250, [...year.slice(0, 10), 200, 250]);
  expect(said(find(series))).toEqual([['p13', 'DT02', 'roundNumbers.often', { value: 250, times: 3 }]]);
});

it('puts first what moves the sum most, and last what nobody can weigh', () => {
  const series = [
    ...withLast(usual('CQ01'), 'p01', 0),
    ...withLast(usual('CQ02'), 'p03', 2_340),
    ...withLast(usual('TT02', 3), 'p09', 655, [...year.slice(0, 10).map((value) => value * 3), 655, 655]),
  ];
  expect(find(series).map(({ check }) => check)).toEqual(['ownPast', 'peers', 'silence', 'copied']);
});
