import { isAhead, lastMonthOf, readPeriod, yearBefore } from './past-periods.ts';

it.each([
  ['2025', '2025'],
  ['Năm 2025', '2025'],
  ['2025-11', '2025-11'],
  ['2025-11-01', '2025-11'],
  ['11/2025', '2025-11'],
  ['T11/2025', '2025-11'],
  ['Tháng 3 năm 2025', '2025-03'],
  ['tháng 3/2025', '2025-03'],
  ['13/2025', null],
  ['quý III', null],
  ['3', null],
])('%s is %s', (text, period) => {
  expect(readPeriod(text, null)).toBe(period);
});

it('a row that says nothing is of what was said of all; a month alone is one of its year', () => {
  expect(readPeriod('', '2024-05')).toBe('2024-05');
  expect(readPeriod('', null)).toBeNull();
  expect(readPeriod('Tháng 3', '2024')).toBe('2024-03');
  expect(readPeriod('3', '2024-05')).toBeNull();
});

it('knows what is not over yet', () => {
  const today = '2026-12-03';
  expect(['2026', '2027', '2026-12', '2027-01'].every((period) => isAhead(period, today))).toBe(true);
  expect(['2025', '2026-11'].some((period) => isAhead(period, today))).toBe(false);
});

it('reckons a year back', () => {
  expect(yearBefore('2026-02')).toBe('2025-02');
  expect([lastMonthOf('2025'), lastMonthOf('2025-03')]).toEqual(['2025-12', '2025-03']);
});
