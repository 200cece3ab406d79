import { skewOf } from './clock-skew.ts';

describe('the clock beside the database', () => {
  it('is right as long as its moment may lie between question and answer', () => {
    expect(skewOf(1_000, 1_400, 2_000)).toEqual({ aheadMs: 0, differs: false });
  });

  it.each([
    ['ahead', 100_000, 94_000, 100_010, 6_000, true],
    ['a little ahead', 100_000, 95_000, 100_010, 5_000, false],
    ['behind', 100_000, 106_011, 100_010, -6_001, true],
    ['a little behind', 100_000, 105_010, 100_010, -5_000, false],
  ])('is %s by at least so much', (_, asked, there, answered, aheadMs, differs) => {
    expect(skewOf(asked, there, answered)).toEqual({ aheadMs, differs });
  });

  it('does not differ by a slow way', () => {
    expect(skewOf(0, 9_000, 20_000).differs).toBe(false);
  });
});
