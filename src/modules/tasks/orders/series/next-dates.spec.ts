import fc from 'fast-check';
import { addDays, defaultPeriodRule, periodOf } from '#contracts/reporting/periods';
import { addMonths, monthsBetween, nextDueOn } from './next-dates.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2015-01-01', n));

it.each([
  ['2022-01-31', 1, '2022-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2022-12-09', 1, '2023-01-09'],
  ['2022-06-24', 7, '2023-01-24'],
])('moves %s by %i months to %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

it('moves by exactly as many months as it counts', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 60 }),
      (on, n) => monthsBetween(on.slice(0, 7), addMonths(on, n).slice(0, 7)) === n,
    ),
  );
});

it('keeps the deadline’s place in its period', () => {
  expect(nextDueOn({ issuedOn: '2022-06-21', dueOn: '2022-07-09' }, '2022-07-15', defaultPeriodRule)).toBe(
    '2022-08-09',
  );
  expect(nextDueOn({ issuedOn: '2022-06-21', dueOn: '2022-07-09' }, '2022-09-15', defaultPeriodRule)).toBe(
    '2022-10-09',
  );
});

it('gives a team at least a week', () => {
  fc.assert(
    fc.property(day, fc.nat(40), fc.nat(400), (issuedOn, term, later) => {
      const today = addDays(issuedOn, later);
      const dueOn = nextDueOn({ issuedOn, dueOn: addDays(issuedOn, term) }, today, defaultPeriodRule);
      expect(dueOn >= addDays(today, 7)).toBe(true);
      expect(periodOf(dueOn).month >= periodOf(today).month).toBe(true);
    }),
  );
});
