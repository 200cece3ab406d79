import fc from 'fast-check';
import {
  addDays,
  dateInVietnam,
  daysBetween,
  endOfDay,
  formatMoment,
  formatTime,
  fromDayNumber,
  startOfDay,
} from './dates.ts';
import { daysLeft, deadlineText, isOverdue } from './deadlines.ts';
import { isPlainDate } from './format-more.ts';
import { weekdayOf } from './weekdays.ts';

const friday = '2022-11-18T07:42:00+07:00';
const vi = (due: string, form: Parameters<typeof deadlineText>[2], now: string = friday) =>
  deadlineText(due, now, form);

describe('a deadline in words', () => {
  it('tells members the last day, inclusive', () => {
    expect(vi('2022-11-24', 'long')).toBe('Chậm nhất hết ngày 24/11');
    expect(vi('2022-11-20', 'short')).toBe('hết ngày 20/11');
    expect(deadlineText('2022-11-24', friday, 'long', 'en')).toBe('By the end of 24 November');
  });

  it('tells officers both the day before which and the last day', () => {
    expect(vi('2022-11-24', 'officer')).toBe('trước ngày 25/11 (đến hết ngày 24/11)');
    expect(vi('2022-11-30', 'officer')).toBe('trước ngày 1/12 (đến hết ngày 30/11)');
    expect(vi('2022-12-31', 'officer')).toBe('trước ngày 1/1/2023 (đến hết ngày 31/12)');
  });

  it('names the weekday of this week and the next, and counts the days', () => {
    expect(vi('2022-11-24', 'relative')).toBe('Thứ Năm tuần sau, còn 6 ngày');
    expect(vi('2022-11-20', 'relative')).toBe('Chủ Nhật tuần này, còn 2 ngày');
    expect(vi('2022-11-19', 'relative')).toBe('Ngày mai, còn 1 ngày');
    expect(vi('2022-12-08', 'relative')).toBe('Thứ Năm, còn 20 ngày');
    expect(vi('2022-07-09', 'weekday', '2022-06-17T01:00:00Z')).toBe('hết Thứ Bảy 9/7');
    expect(deadlineText('2022-11-24', friday, 'relative', 'en')).toBe('Thursday next week, 6 days left');
  });

  it('counts down to the last day and up after it', () => {
    expect(['2022-11-20', '2022-11-18', '2022-11-16'].map((due) => vi(due, 'countdown'))).toEqual([
      'Còn 2 ngày',
      'Hết hạn hôm nay',
      'Quá hạn 2 ngày',
    ]);
    expect(['2022-11-18', '2022-11-16'].map((due) => vi(due, 'brief'))).toEqual(['Hết hôm nay', 'Quá 2 ngày']);
    expect(
      ['2022-11-19', '2022-11-18', '2022-11-17'].map((due) => deadlineText(due, friday, 'countdown', 'en')),
    ).toEqual(['1 day left', 'Due today', '1 day overdue']);
  });

  it('turns at midnight in Viet Nam, not in Greenwich', () => {
    expect(vi('2022-11-24', 'countdown', '2022-11-24T16:59:59Z')).toBe('Hết hạn hôm nay');
    expect(isOverdue('2022-11-24', '2022-11-24T16:59:59.999Z')).toBe(false);
    expect(vi('2022-11-24', 'countdown', '2022-11-24T17:00:00Z')).toBe('Quá hạn 1 ngày');
    expect(isOverdue('2022-11-24', '2022-11-24T17:00:00Z')).toBe(true);
  });
});

describe('deadlines and dates, whatever the day', () => {
  const date = fc.integer({ min: 0, max: 40_000 }).map(fromDayNumber);
  const instant = fc.integer({ min: 0, max: 40_000 * 86_400_000 });

  it('text, countdown and lateness come from the same rule', () => {
    fc.assert(
      fc.property(date, instant, (due, now) => {
        const left = daysLeft(due, now);
        const words = deadlineText(due, now, 'countdown');
        expect(isOverdue(due, now)).toBe(left < 0);
        expect(words.startsWith('Quá hạn')).toBe(left < 0);
        expect(words === 'Hết hạn hôm nay').toBe(left === 0);
        if (left !== 0) expect(words).toContain(` ${Math.abs(left)} ngày`);
      }),
    );
  });

  it('adding days and counting them are inverse, over leap years and year ends', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const other = addDays(day, n);
        expect(daysBetween(day, other)).toBe(n);
        expect(weekdayOf(other)).toBe((((weekdayOf(day) + n) % 7) + 7) % 7);
        expect(isPlainDate(other)).toBe(true);
      }),
    );
  });

  it('a day is exactly the instants that read as that day', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(dateInVietnam(startOfDay(day))).toBe(day);
        expect(dateInVietnam(endOfDay(day) - 1)).toBe(day);
        expect(dateInVietnam(endOfDay(day))).toBe(addDays(day, 1));
      }),
    );
  });

  it('weekdays agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(date, (day) => expect(weekdayOf(day)).toBe((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7)),
    );
  });
});

describe('moments', () => {
  it('drop the day when it is today and say yesterday', () => {
    expect(formatMoment('2022-11-18T00:05:00Z', friday, 'vi')).toBe('7:05');
    expect(formatMoment('2022-11-17T02:12:00Z', friday, 'vi')).toBe('hôm qua 9:12');
    expect(formatMoment('2022-11-16T02:12:00Z', friday, 'en')).toBe('16 Nov 9:12');
    expect(formatTime('2022-11-18T00:05:00Z', true)).toBe('07:05');
  });

  it('refuse what is not a day', () => {
    expect(['2023-02-29', '2023-13-01', '1/2/2023', '2023-2-1'].map(isPlainDate)).toEqual([false, false, false, false]);
  });
});
