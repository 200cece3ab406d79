import { workDayOf } from './work-day.ts';

/** A Friday. */
const today = '2022-11-18';

describe('the day that a chat names', () => {
  it.each([
    [undefined, '2022-11-18'],
    [{ kind: 'ago', days: 1 }, '2022-11-17'],
    [{ kind: 'ago', days: 2 }, '2022-11-16'],
    [{ kind: 'ago', days: -1 }, '2022-11-19'],
    [{ kind: 'date', day: 12 }, '2022-11-12'],
    [{ kind: 'date', day: 25 }, '2022-10-25'],
    [{ kind: 'date', day: 31 }, '2022-10-31'],
    [{ kind: 'date', day: 12, month: 11 }, '2022-11-12'],
    [{ kind: 'date', day: 20, month: 12 }, '2021-12-20'],
    [{ kind: 'date', day: 20, month: 12, year: 2022 }, '2022-12-20'],
    [{ kind: 'weekday', weekday: 5, lastWeek: false }, '2022-11-18'],
    [{ kind: 'weekday', weekday: 1, lastWeek: false }, '2022-11-14'],
    [{ kind: 'weekday', weekday: 7, lastWeek: false }, '2022-11-13'],
    [{ kind: 'weekday', weekday: 1, lastWeek: true }, '2022-11-07'],
  ] as const)('%o is %s', (words, day) => {
    expect(workDayOf(words, today)).toBe(day);
  });

  it.each([
    { kind: 'date', day: 31, month: 2 },
    { kind: 'date', day: 29, month: 2, year: 2023 },
    { kind: 'date', day: 45 },
  ] as const)('%o is no day', (words) => {
    expect(workDayOf(words, today)).toBeUndefined();
  });
});
