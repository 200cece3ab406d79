import { MANY_LISTS, MANY_NUMBERS, MANY_REFUSALS, unusualIn, type UsedHour } from './unusual.ts';

/** By the clock of Viet Nam. */
const at = (day: number, hour: number): Date => new Date(Date.UTC(2026, 10, day, hour - 7));
const used = (day: number, hour: number, more: Partial<UsedHour>): UsedHour => ({
  personId: 'khanh',
  hour: at(day, hour),
  numbers: 0,
  elsewhere: 0,
  lists: 0,
  refusals: 0,
  first: at(day, hour),
  last: new Date(at(day, hour).getTime() + 55 * 60_000),
  ...more,
});
const usesIn = (...hours: UsedHour[]) => unusualIn(hours).map(({ use, count }) => [use, count]);

it('finds nothing in a day of work', () => {
  expect(
    usesIn(used(20, 9, { numbers: MANY_NUMBERS - 1, lists: MANY_LISTS - 1, refusals: MANY_REFUSALS - 1 })),
  ).toEqual([]);
});

it.each([
  ['many', { numbers: MANY_NUMBERS }],
  ['exports', { lists: MANY_LISTS }],
  ['refusals', { refusals: MANY_REFUSALS }],
] as const)('calls out what is too much of one hour: %s', (use, more) => {
  const [count] = Object.values(more);
  expect(usesIn(used(20, 9, more))).toEqual([[use, count]]);
});

it('does not add up what was done in two hours of the day', () => {
  expect(usesIn(used(20, 9, { numbers: 40 }), used(20, 10, { numbers: 40 }))).toEqual([]);
});

it('adds up one night, before and after midnight, and no two nights', () => {
  expect(usesIn(used(20, 23, { numbers: 4 }), used(21, 0, { numbers: 3 }), used(21, 4, { numbers: 3 }))).toEqual([
    ['night', 10],
  ]);
  expect(usesIn(used(20, 23, { numbers: 6 }), used(21, 23, { numbers: 6 }))).toEqual([]);
  expect(usesIn(used(20, 21, { numbers: 20 }), used(21, 5, { numbers: 20 }))).toEqual([]);
});

it('calls out any number of a place that is not the own, from the first to the last of the days', () => {
  const [found] = unusualIn([used(18, 9, { numbers: 1, elsewhere: 1 }), used(20, 9, { numbers: 3, elsewhere: 2 })]);
  expect(found).toMatchObject({ use: 'elsewhere', count: 3, from: at(18, 9) });
});

it('tells of each kind and person once, the strongest, and the latest first', () => {
  const found = unusualIn([
    used(18, 9, { numbers: 60 }),
    used(19, 9, { numbers: 80 }),
    used(20, 9, { numbers: 60 }),
    used(21, 9, { personId: 'on', lists: 5 }),
  ]);
  expect(found.map(({ personId, use, count }) => [personId, use, count])).toEqual([
    ['on', 'exports', 5],
    ['khanh', 'many', 80],
  ]);
});
