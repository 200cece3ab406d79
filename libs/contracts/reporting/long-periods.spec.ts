import fc from 'fast-check';
import { daysOfLong, longPeriodOf, longPeriods, longPeriodsAround, monthsOfDays } from './long-periods.ts';
import { defaultPeriodRule } from './periods.ts';

it('takes six months from the 15th of December to the 14th of June', () => {
  expect(daysOfLong('H1', 2026, defaultPeriodRule)).toEqual({ startsOn: '2025-12-15', endsOn: '2026-06-14' });
  expect(daysOfLong('Y', 2026, { windowStartDay: 1, dueBeforeDay: 25 })).toEqual({
    startsOn: '2025-12-01',
    endsOn: '2026-11-30',
  });
});

it('names no months where one is cut', () => {
  expect(monthsOfDays('2025-12-15', '2026-06-13')).toBeUndefined();
  expect(monthsOfDays('2025-12-15', '2026-06-15')).toBeUndefined();
  expect(monthsOfDays('2026-06-15', '2025-12-14')).toBeUndefined();
  expect(monthsOfDays('2025-12-15', '2026-01-14')).toEqual(['2026-01']);
});

it('is the same period again by its days, whatever day the months begin on', () => {
  const asked = fc.record({
    code: fc.constantFrom(...longPeriods),
    year: fc.integer({ min: 2022, max: 2100 }),
    windowStartDay: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(asked, ({ code, year, windowStartDay }) => {
      const { startsOn, endsOn } = daysOfLong(code, year, { windowStartDay, dueBeforeDay: 25 });
      expect(longPeriodOf(monthsOfDays(startsOn, endsOn) ?? [])).toEqual({ code, year });
    }),
  );
});

it('offers what ends next first, and the last year’s while they are still asked for', () => {
  const at = (today: string) => longPeriodsAround(today, defaultPeriodRule).map(({ code, year }) => `${code} ${year}`);
  expect(at('2026-06-20').slice(0, 2)).toEqual(['Q2 2026', 'H1 2026']);
  expect(at('2027-01-05')).toEqual(expect.arrayContaining(['Y 2026', 'H2 2026', 'Q1 2027', 'Y 2027']));
  expect(at('2026-06-20')).not.toContain('Y 2025');
});
