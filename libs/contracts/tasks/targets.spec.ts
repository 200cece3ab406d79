import fc from 'fast-check';
import { type Share, splitTarget } from './targets.ts';

const weights = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 400 });
const total = fc.integer({ min: 0, max: 1_000_000 });
const sharesOf = (list: readonly number[]): Share[] => list.map((weight, i) => ({ teamId: `team-${i}`, weight }));
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe('splitting a target', () => {
  it('keeps the sum exactly', () => {
    fc.assert(
      fc.property(total, weights, (target, list) => sum(splitTarget(target, sharesOf(list)).values()) === target),
    );
  });

  it('stays within one of the exact share', () => {
    fc.assert(
      fc.property(total, weights, (target, list) => {
        const whole = sum(list);
        fc.pre(whole > 0);
        return [...splitTarget(target, sharesOf(list)).values()].every(
          (part, i) => Math.abs(part - (target * (list[i] ?? 0)) / whole) < 1,
        );
      }),
    );
  });

  it('gives a larger hamlet never less than a smaller one', () => {
    fc.assert(
      fc.property(total, weights, (target, list) => {
        const parts = [...splitTarget(target, sharesOf(list)).values()];
        return list.every((weight, i) =>
          list.every((other, j) => weight <= other || (parts[i] ?? 0) >= (parts[j] ?? 0)),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('keeps figures typed by hand and lets the others make up for them', () => {
    fc.assert(
      fc.property(
        weights,
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 10_000 }),
        (list, typed, rest) => {
          const shares = sharesOf([...list, 1]);
          const fixed = shares.map((share, i) => (i === 0 ? { ...share, fixed: typed } : share));
          const parts = splitTarget(typed + rest, fixed);
          return parts.get('team-0') === typed && sum(parts.values()) === typed + rest;
        },
      ),
    );
  });

  it('splits evenly when nobody knows the households, ties to the earlier team', () => {
    expect([...splitTarget(7, sharesOf([0, 0, 0])).values()]).toEqual([3, 2, 2]);
  });

  it('lets ties fall to the larger hamlet', () => {
    expect(
      splitTarget(2, [
        { teamId: 'small', weight: 1 },
        { teamId: 'large', weight: 3 },
      ]),
    ).toEqual(
      new Map([
        ['small', 0],
        ['large', 2],
      ]),
    );
  });

  it('refuses figures by hand that exceed the target or do not fill it', () => {
    expect(() => splitTarget(5, [{ teamId: 'a', weight: 1, fixed: 6 }])).toThrow('target.sumDiffers');
    expect(() => splitTarget(5, [{ teamId: 'a', weight: 1, fixed: 4 }])).toThrow('target.sumDiffers');
  });
});
