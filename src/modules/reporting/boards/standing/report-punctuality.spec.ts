import { likelyLate } from './report-punctuality.ts';

const owed = (month: string, sent: string | null, isWritten = false) => ({
  id: month,
  unitId: 'u',
  version: sent ? 1 : 0,
  state: sent ? ('submitted' as const) : ('draft' as const),
  month,
  dueOn: `${month}-24`,
  firstSentOn: sent,
  isWritten,
});
const rule = { lateDays: 7, lateMonths: 6, lateTimes: 2 };
const before = [owed('2022-09', '2022-09-26'), owed('2022-10', '2022-10-20'), owed('2022-11', null)];

describe('A report', () => {
  it('is likely late after half of the months before, while nothing is written and the day is near', () => {
    const now = owed('2022-12', null);
    const on = (today: string, ...reports: ReturnType<typeof owed>[]) => likelyLate(reports, '2022-12', today, rule);
    expect(on('2022-12-20', ...before, now)).toEqual({ late: 2, of: 3 });
    expect(on('2022-12-17', ...before, now)).toEqual({ late: 2, of: 3 });
    expect(on('2022-12-16', ...before, now)).toBeNull();
    expect(on('2022-12-20', ...before.slice(1), now)).toBeNull();
    expect(on('2022-12-20', ...before, owed('2022-12', null, true))).toBeNull();
    expect(on('2022-12-20', ...before, owed('2022-12', '2022-12-19'))).toBeNull();
    expect(on('2022-12-25', ...before, now)).toBeNull();
    expect(on('2022-12-20', ...before)).toBeNull();
  });

  it('is not, when late in fewer than half of six', () => {
    const inTime = ['2022-06', '2022-07', '2022-08'].map((month) => owed(month, `${month}-20`));
    const now = owed('2022-12', null);
    expect(likelyLate([...inTime, ...before, now], '2022-12', '2022-12-20', rule)).toBeNull();
    const late = [owed('2022-06', '2022-06-27'), ...inTime.slice(1)];
    expect(likelyLate([...late, ...before, now], '2022-12', '2022-12-20', rule)).toEqual({ late: 3, of: 6 });
  });

  it('is judged by the numbers of the rule', () => {
    const by = (more: Partial<typeof rule>) =>
      likelyLate([...before, owed('2022-12', null)], '2022-12', '2022-12-20', { ...rule, ...more });
    expect(by({ lateDays: 3 })).toBeNull();
    expect(by({ lateTimes: 3 })).toBeNull();
    expect(by({ lateMonths: 1, lateTimes: 1 })).toEqual({ late: 1, of: 1 });
  });
});
