import { isUnusual } from './usual-size.ts';

describe('a number worth a question', () => {
  it('is more than three times what the team records at once', () => {
    expect(isUnusual(60, { average: 20, target: 50 })).toBe(false);
    expect(isUnusual(61, { average: 20, target: 50 })).toBe(true);
  });
  it('is more than the target where nothing was recorded yet', () => {
    expect(isUnusual(50, { target: 50 })).toBe(false);
    expect(isUnusual(51, { target: 50 })).toBe(true);
  });
  it('is a large one where nothing is known, and never a small one', () => {
    expect(isUnusual(999_999, {})).toBe(true);
    expect(isUnusual(100, {})).toBe(false);
    expect(isUnusual(20, { average: 1, target: 3 })).toBe(false);
  });
});
