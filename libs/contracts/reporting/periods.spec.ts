import fc from 'fast-check';
import { addDays, daysBetween, defaultPeriodRule, type PeriodRule, periodOf, periodOfMonth } from './periods.ts';

const day = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays('2000-01-01', n));
const rule: fc.Arbitrary<PeriodRule> = fc.record({
  windowStartDay: fc.integer({ min: 2, max: 28 }),
  dueBeforeDay: fc.integer({ min: 2, max: 28 }),
});

describe('reporting periods', () => {
  it.each([
    ['2022-11-18', '2022-12', '2022-11-15', '2022-12-14', '2022-12-24'],
    ['2022-06-14', '2022-06', '2022-05-15', '2022-06-14', '2022-06-24'],
    ['2022-06-15', '2022-07', '2022-06-15', '2022-07-14', '2022-07-24'],
    ['2022-12-15', '2023-01', '2022-12-15', '2023-01-14', '2023-01-24'],
    ['2024-02-29', '2024-03', '2024-02-15', '2024-03-14', '2024-03-24'],
  ])('puts %s into %s: from %s to %s, due by the end of %s', (on, month, startsOn, endsOn, dueOn) => {
    expect(periodOf(on)).toEqual({ month, startsOn, endsOn, dueOn });
  });

  it('gives every day exactly one period, which contains it', () => {
    fc.assert(
      fc.property(day, rule, (on, by) => {
        const { startsOn, endsOn } = periodOf(on, by);
        return startsOn <= on && on <= endsOn;
      }),
    );
  });

  it('leaves no gap and no overlap between two periods', () => {
    fc.assert(
      fc.property(day, rule, (on, by) => {
        const { endsOn, month } = periodOf(on, by);
        const next = periodOf(addDays(endsOn, 1), by);
        return next.startsOn === addDays(endsOn, 1) && next.month > month;
      }),
    );
  });

  it('is found again by its month', () => {
    fc.assert(
      fc.property(day, rule, (on, by) => {
        const period = periodOf(on, by);
        expect(periodOfMonth(period.month, by)).toEqual(period);
      }),
    );
  });

  it('is due before the day, which is the end of the day before', () => {
    expect([periodOfMonth('2022-06').dueOn, defaultPeriodRule.dueBeforeDay]).toEqual(['2022-06-24', 25]);
  });
});

describe('days', () => {
  it('are added and counted as inverses, leap days included', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (on, n) => daysBetween(on, addDays(on, n)) === n),
    );
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });
});
