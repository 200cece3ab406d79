import { calmOrder, countOf, remindedRecently } from './board.ts';

const states = {
  not_delivered: 1,
  not_seen: 2,
  not_answered: 3,
  declined: 4,
  doing: 5,
  submitted: 6,
  returned: 7,
  confirmed: 8,
  cancelled: 9,
};

describe('the board of an order', () => {
  it('tells who has not heard from who is silent', () => {
    expect(countOf({ states }, 'undelivered')).toBe(1);
    expect(countOf({ states }, 'silent')).toBe(5);
    expect(countOf({ states }, 'done')).toBe(8);
    expect(countOf({ states }, 'all')).toBe(45);
  });

  it('keeps rows in their places until they are asked to be sorted, and puts the next page behind them', () => {
    expect(calmOrder(['a', 'b', 'c'], ['c', 'a', 'b', 'd'])).toEqual(['a', 'b', 'c', 'd']);
    expect(calmOrder(['a', 'b', 'c'], ['c', 'a'])).toEqual(['a', 'c']);
  });

  it('offers a reminder again after four hours', () => {
    const row = { remindedAt: '2026-11-25T00:00:00Z' };
    const at = Date.parse(row.remindedAt);
    expect(remindedRecently(row, at + 4 * 3_600_000 - 1)).toBe(true);
    expect(remindedRecently(row, at + 4 * 3_600_000)).toBe(false);
  });
});
