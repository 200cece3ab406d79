import fc from 'fast-check';
import {
  daysLate,
  dueDay,
  isWorkingDay,
  reminderDays,
  reminderOn,
  workingDayFrom,
  dueBeforeOf,
  dueWordings,
  namedDueDay,
} from './due-days.ts';
import { addDays, periodOfMonth } from './periods.ts';

const tet2031 = ['2031-01-22', '2031-01-23', '2031-01-24', '2031-01-25', '2031-01-26', '2031-01-27', '2031-01-28'];
const calendar = {
  holidays: new Set(['2026-11-24', '2022-09-02', ...tet2031]),
  workedWeekends: new Set(['2026-10-24']),
};
const plain = { holidays: new Set<string>(), workedWeekends: new Set<string>() };

describe('The due day', () => {
  it.each([
    ['2026-01', '2026-01-24', '2026-01-26', '2026-01-23'],
    ['2026-05', '2026-05-24', '2026-05-25', '2026-05-22'],
    ['2022-04', '2022-04-24', '2022-04-25', '2022-04-22'],
  ])('of %s falls on a weekend (%s): shifted it is %s or %s', (month, fixed, next, previous) => {
    const { dueOn } = periodOfMonth(month);
    expect(dueOn).toBe(fixed);
    expect(dueDay(dueOn, 'none', plain)).toEqual({ dueOn: fixed, fixedOn: fixed, workingDayOn: previous });
    expect(dueDay(dueOn, 'next', plain).dueOn).toBe(next);
    expect(dueDay(dueOn, 'previous', plain).dueOn).toBe(previous);
  });

  it('is worked on a Saturday that was swapped, and off on a holiday within the week', () => {
    expect(dueDay('2026-10-24', 'next', calendar).dueOn).toBe('2026-10-24');
    expect(dueDay('2026-11-24', 'next', calendar).dueOn).toBe('2026-11-25');
    expect(dueDay('2026-11-24', 'none', calendar)).toMatchObject({ dueOn: '2026-11-24', workingDayOn: '2026-11-23' });
  });

  it('within Tết moves to the first working day after it', () =>
    expect(dueDay('2031-01-24', 'next', calendar).dueOn).toBe('2031-01-29'));

  it('is never off once shifted, and never on the wrong side', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom('next' as const, 'previous' as const),
        (n, shift) => {
          const fixed = addDays('2022-01-01', n);
          const { dueOn } = dueDay(fixed, shift, calendar);
          expect(isWorkingDay(dueOn, calendar)).toBe(true);
          expect(shift === 'next' ? dueOn >= fixed : dueOn <= fixed).toBe(true);
        },
      ),
      { numRuns: 500 },
    ));

  it('counts days late from the day after', () =>
    expect(['2026-06-24', '2026-06-25', '2026-06-27', '2026-06-01'].map((on) => daysLate(on, '2026-06-24'))).toEqual([
      0, 1, 3, 0,
    ]));
});

describe('Reminders', () => {
  it('come five and two days before, on the day, and the day after', () =>
    expect(
      ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-25', '2026-11-26'].map((today) =>
        reminderOn(today, '2026-11-25', plain),
      ),
    ).toEqual([undefined, -5, -2, 0, 1]));

  it('that fall on days off come on the working day before, one after the due day on the day that follows', () => {
    // Due on Sunday 24/5: two days before is Friday the 22nd, and so is the day itself; the day after is Monday.
    expect(reminderOn('2026-05-22', '2026-05-24', plain)).toBe(0);
    expect(reminderOn('2026-05-25', '2026-05-24', plain)).toBe(1);
    // Due on Friday: the day after is Saturday, so Monday.
    expect(reminderOn('2026-07-27', '2026-07-24', plain)).toBe(1);
    expect(reminderOn('2026-07-25', '2026-07-24', plain)).toBeUndefined();
  });

  it('fall on working days only', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (n) => {
        const dueOn = addDays('2026-01-01', n);
        for (let day = -20; day < 20; day++) {
          const today = addDays(dueOn, day);
          const step = reminderOn(today, dueOn, calendar);
          if (step === undefined) continue;
          expect(reminderDays).toContain(step);
          expect(isWorkingDay(today, calendar)).toBe(true);
        }
        expect(workingDayFrom(dueOn, 1, calendar) >= dueOn).toBe(true);
      }),
      { numRuns: 200 },
    ));
});

it('take the day of a directive in its own words: before it, or with it', () => {
  expect([dueBeforeOf(25, 'before'), dueBeforeOf(25, 'until'), dueBeforeOf(null, 'until')]).toEqual([25, 26, null]);
  for (const wording of dueWordings) expect(dueBeforeOf(namedDueDay(25, wording), wording)).toBe(25);
});
