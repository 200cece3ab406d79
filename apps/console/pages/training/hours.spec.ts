import { instantOf, minutesOf, monthWeeks, parseHour, rangeOf, spanOf, stepped, weekOf, writeHour } from './hours.ts';

describe("hours on Viet Nam's clock", () => {
  it('come from instants and go back to them, whatever zone the machine is in', () => {
    expect(minutesOf('2022-06-24T07:00:00Z')).toBe(14 * 60);
    expect(instantOf('2022-06-24', 14 * 60)).toBe('2022-06-24T07:00:00.000Z');
    expect(spanOf({ startsAt: '2022-06-23T17:30:00Z', endsAt: '2022-06-23T18:30:00Z' })).toEqual({
      day: '2022-06-24',
      from: 30,
      to: 90,
    });
  });

  it('end at midnight in the column of the day they began on', () => {
    expect(spanOf({ startsAt: '2022-06-24T16:00:00Z', endsAt: '2022-06-24T18:00:00Z' }).to).toBe(1440);
  });

  it.each([
    ['8', 480],
    ['8h', 480],
    ['8h30', 510],
    ['830', 510],
    ['0830', 510],
    ['8:30', 510],
    ['14.00', 840],
    ['8 giờ 15', 495],
    ['24:00', null],
    ['8:75', null],
    ['sáng', null],
    ['', null],
  ])('are read as people type them: %p', (typed, minutes) => {
    expect(parseHour(typed)).toBe(minutes);
  });

  it('are written with two digits', () => {
    expect(writeHour(485)).toBe('08:05');
  });
});

describe('the days of a view', () => {
  it('are a week from Monday', () => {
    expect(weekOf('2022-06-21')[0]).toBe('2022-06-20');
    expect(rangeOf('week', '2022-06-26')).toEqual({ from: '2022-06-20', to: '2022-06-26' });
  });

  it('are whole weeks around a month', () => {
    expect(monthWeeks('2022-06-21')).toHaveLength(5);
    expect(rangeOf('month', '2022-06-21')).toEqual({ from: '2022-05-30', to: '2022-07-03' });
  });

  it('step by what is shown, months to their first day', () => {
    expect(stepped('day', '2022-06-30', 1)).toBe('2022-07-01');
    expect(stepped('week', '2022-06-21', -1)).toBe('2022-06-14');
    expect(stepped('month', '2022-01-31', 1)).toBe('2022-02-01');
    expect(stepped('month', '2022-03-31', -1)).toBe('2022-02-01');
  });
});
