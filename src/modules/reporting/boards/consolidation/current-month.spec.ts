import { defaultPeriodRule } from '#contracts/reporting/periods';
import { workingMonths } from './current-month.ts';

it.each([
  ['2022-11-14', ['2022-10', '2022-11']],
  ['2022-11-15', ['2022-11', '2022-12']],
  ['2022-11-24', ['2022-11', '2022-12']],
  ['2022-12-02', ['2022-11', '2022-12']],
  ['2022-12-14', ['2022-11', '2022-12']],
  ['2022-12-15', ['2022-12', '2023-01']],
])('on %s people work on the month that closed last: %j', (today, months) => {
  expect(workingMonths(today, defaultPeriodRule)).toEqual(months);
});
