import { countStandings, isSent, owedOf, reportStandings, sentOf, standingOf } from './report-standing.ts';

describe('How a unit stands with its report', () => {
  it.each([
    ['draft', null, '2022-06-24', 'not_due', 0],
    ['draft', null, '2022-06-25', 'missing', 1],
    ['submitted', '2022-06-24', '2022-06-30', 'on_time', 0],
    ['accepted', '2022-06-26', '2022-06-30', 'late', 2],
    ['returned', '2022-06-24', '2022-06-30', 'returned', 0],
    ['returned', '2022-06-26', '2022-06-30', 'returned', 2],
  ] as const)('%s, first sent on %s, seen on %s: %s', (state, firstSentOn, today, status, daysLate) => {
    expect(standingOf({ dueOn: '2022-06-24', firstSentOn, state }, today)).toEqual({ status, daysLate });
  });

  it('is counted once, whatever it is', () => {
    const counts = countStandings([...reportStandings.map((status) => ({ status })), { status: 'late', n: 4 }]);
    expect(counts).toEqual({ onTime: 1, late: 5, returned: 1, missing: 1, notDue: 1 });
    expect([sentOf(counts), owedOf(counts)]).toEqual([6, 9]);
    expect(reportStandings.filter(isSent)).toEqual(['on_time', 'late']);
  });
});
