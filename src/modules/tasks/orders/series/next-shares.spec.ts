import fc from 'fast-check';
import { nextShares } from './next-shares.ts';

const team = (teamId: string, target: number) => ({ teamId, target });

describe('shares of the next order', () => {
  it('are those of the last one where nothing is wished', () => {
    expect(nextShares([team('a', 20), team('b', 7)], [], null)).toEqual([team('a', 20), team('b', 7)]);
  });

  it('of teams that join are the average, rounded up', () => {
    expect(nextShares([team('a', 20), team('b', 7)], [{ teamId: 'c' }], null)).toEqual([
      team('a', 20),
      team('b', 7),
      team('c', 14),
    ]);
    expect(nextShares<ReturnType<typeof team>>([], [{ teamId: 'c' }], null)).toEqual([team('c', 1)]);
  });

  it('keep their proportion in another whole, and leave out who would get nothing', () => {
    expect(nextShares([team('a', 20), team('b', 10)], [], 60)).toEqual([team('a', 40), team('b', 20)]);
    expect(nextShares([team('a', 20), team('b', 10)], [], 1)).toEqual([team('a', 1)]);
  });

  it('always add up to the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 10_000 }),
        (targets, joining, whole) => {
          const shares = nextShares(
            targets.map((target, i) => team(`t${i}`, target)),
            Array.from({ length: joining }, (_, i) => ({ teamId: `n${i}` })),
            whole,
          );
          expect(shares.reduce((sum, { target }) => sum + target, 0)).toBe(whole);
          expect(shares.every(({ target }) => target > 0)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
