import { shareProblems, sumOf, toHeirs, touched } from './check-shares.ts';

const share = (unitId: string, target: number) => ({ unitId, target });
const inside = new Set(['a', 'b', 'c']);
const codes = (found: ReturnType<typeof shareProblems>) => found.map(({ path, code }) => [path, code]);

describe('numbers of communes', () => {
  it('add up to the whole, each commune once and below the office', () => {
    expect(shareProblems([share('a', 70), share('b', 30)], inside, 100)).toEqual([]);
    expect(shareProblems([share('a', 70)], inside, 100)[0]).toMatchObject({
      code: 'allotment.sharesDiffer',
      params: { sum: 70, target: 100, difference: 30 },
    });
    expect(codes(shareProblems([share('a', 1), share('a', 1), share('x', 1)], inside))).toEqual([
      ['shares.1.unitId', 'allotment.communeTwice'],
      ['shares.2.unitId', 'allotment.communeOutside'],
    ]);
  });

  it('touch those for whom something is different, and all who stay when the day moves', () => {
    const [before, after] = [
      [share('a', 70), share('b', 30)],
      [share('a', 60), share('c', 40)],
    ];
    expect(touched(before, after, { all: false })).toEqual([
      { unitId: 'a', before: 70, after: 60 },
      { unitId: 'b', before: 30, after: null },
      { unitId: 'c', before: null, after: 40 },
    ]);
    expect(touched(before, before, { all: false })).toEqual([]);
    expect(touched(before, before, { all: true })).toHaveLength(2);
  });
});

describe('after communes were merged', () => {
  const shares = [share('a', 70), share('b', 30), share('c', 9)];

  it('the heir has what both had, and the whole is what it was', () => {
    const moved = toHeirs(shares, new Map([['a', ['b']]]));
    expect(moved).toEqual([share('b', 100), share('c', 9)]);
    expect(sumOf(moved ?? [])).toBe(sumOf(shares));
    expect(
      toHeirs(
        shares,
        new Map([
          ['a', ['new']],
          ['b', ['new']],
        ]),
      ),
    ).toEqual([share('new', 100), share('c', 9)]);
  });

  it('nobody guesses whose the number of a divided one is', () => {
    expect(toHeirs(shares, new Map([['a', ['b', 'c']]]))).toBeUndefined();
    expect(toHeirs(shares, new Map())).toBeUndefined();
  });
});
