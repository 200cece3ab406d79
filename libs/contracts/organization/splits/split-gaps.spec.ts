import fc from 'fast-check';
import { type SplitHalf, type SplitHalves, splitGaps, splitTask } from './split-gaps.ts';

const half = (name: string, households: number, memberIds: string[], shares: SplitHalf['shares'] = []): SplitHalf => ({
  type: 'thôn',
  name,
  households,
  memberIds,
  shares,
});
const working = (one: SplitHalf) => ({ ...one, hasTeam: one.memberIds.length > 0 });
const people = ['ke', 'an', 'binh'].map((id) => ({ id, fullName: id }));
const codes = (halves: SplitHalves, households: number | null = 238) =>
  splitGaps(halves, { households, people }).map(({ code }) => code);

describe('a hamlet that becomes two', () => {
  it('lacks nothing where households add up and everybody is in one of the two', () => {
    expect(codes([half('9A', 120, ['ke', 'an']), half('9B', 118, ['binh'])])).toEqual([]);
    expect(codes([half('9A', 1, ['ke', 'an']), half('9B', 1, ['binh'])], null)).toEqual([]);
  });

  it('lacks a name of its own, households, somebody who came later, somebody in both', () => {
    const later = splitGaps([half('9A', 120, ['ke']), half('9B', 118, [])], { households: 238, people });
    expect(later).toEqual([{ code: 'memberOpen', params: { count: 2, name: 'an' } }]);
    expect(codes([half('9A', 120, ['ke', 'an']), half(' 9a', 117, ['binh', 'an'])])).toEqual([
      'sameName',
      'householdsDiffer',
      'memberTwice',
    ]);
  });
});

describe('an open task', () => {
  const task = { id: 't', target: 45, whole: false };
  const parts = (one: SplitHalf, two: SplitHalf, more = {}, done?: [number, number]) =>
    splitTask({ ...task, ...more }, [working(one), working(two)], done);

  it('is asked of each by its households', () => {
    expect(parts(half('9A', 120, ['ke']), half('9B', 118, ['an']))).toEqual([23, 22]);
    expect(parts(half('9A', 0, ['ke']), half('9B', 0, ['an']))).toEqual([23, 22]);
  });

  it('is asked as it was written while that adds up', () => {
    const written = (a: number, b: number) =>
      parts(
        half('9A', 120, ['ke'], [{ taskId: 't', target: a }]),
        half('9B', 118, ['an'], [{ taskId: 't', target: b }]),
      );
    expect(written(40, 5)).toEqual([40, 5]);
    expect(written(40, 6)).toEqual([23, 22]);
  });

  it('stays one where it is handed in, and where one half has nobody', () => {
    expect(parts(half('9A', 120, ['ke']), half('9B', 118, ['an']), { whole: true }, [3, 9])).toEqual([0, 45]);
    expect(parts(half('9A', 120, ['ke']), half('9B', 118, ['an']), { whole: true })).toEqual([45, 0]);
    expect(parts(half('9A', 120, []), half('9B', 118, ['an']))).toEqual([0, 45]);
    expect(parts(half('9A', 120, []), half('9B', 118, []))).toEqual([45, 0]);
  });

  it('keeps its sum whatever the households', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(900), fc.nat(900), (target, a, b) => {
        const [one, two] = parts(half('9A', a, ['ke']), half('9B', b, ['an']), { target });
        expect(one + two).toBe(target);
        expect(Math.min(one, two)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
