import { lastMonthOf, monthAfter } from './public-month.ts';

it.each([
  ['2026-11-24', '2026-10-01'],
  ['2027-01-01', '2026-12-01'],
  ['2024-03-31', '2024-02-01'],
])('on %s the last whole month is that of %s', (today, first) => expect(lastMonthOf(today)).toBe(first));

it.each([
  ['2026-10-01', '2026-11-01'],
  ['2026-12-01', '2027-01-01'],
])('after %s comes %s', (first, next) => expect(monthAfter(first)).toBe(next));
