import { isLikelyLate, standingOf } from './report-punctuality.ts';

const owed = (month: string, sent: string | null, isWritten = false) => ({
  unitId: 'u',
  month,
  dueOn: `${month}-24`,
  firstSentOn: sent,
  isWritten,
});
const before = [owed('2022-09', '2022-09-26'), owed('2022-10', '2022-10-20'), owed('2022-11', null)];

describe('how a commune stands with its reports', () => {
  it.each([
    ['2022-12-24', '2022-12-30', { status: 'on_time', daysLate: 0 }],
    ['2022-12-27', '2022-12-30', { status: 'late', daysLate: 3 }],
    [null, '2022-12-24', { status: 'not_due', daysLate: 0 }],
    [null, '2022-12-26', { status: 'missing', daysLate: 2 }],
  ])('sent %s, looked at on %s', (sent, today, standing) => {
    expect(standingOf(owed('2022-12', sent), today)).toEqual(standing);
  });

  it('is likely late after two late months of three, while nothing is written and the day is not over', () => {
    const now = owed('2022-12', null);
    expect(isLikelyLate([...before, now], '2022-12', '2022-12-20')).toBe(true);
    expect(isLikelyLate([...before.slice(1), now], '2022-12', '2022-12-20')).toBe(false);
    expect(isLikelyLate([...before, owed('2022-12', null, true)], '2022-12', '2022-12-20')).toBe(false);
    expect(isLikelyLate([...before, owed('2022-12', '2022-12-19')], '2022-12', '2022-12-20')).toBe(false);
    expect(isLikelyLate([...before, now], '2022-12', '2022-12-25')).toBe(false);
    expect(isLikelyLate(before, '2022-12', '2022-12-20')).toBe(false);
  });
});
