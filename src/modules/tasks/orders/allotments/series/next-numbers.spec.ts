import { nextNumbers } from './next-numbers.ts';

const share = (unitId: string, target: number) => ({ unitId, target });

it('are those of the last month while the communes stand, and say which commune has none', () => {
  expect(nextNumbers([share('a', 10), share('b', 20)], ['a', 'b', 'c'], new Map())).toEqual({
    shares: [share('a', 10), share('b', 20)],
    ended: [],
    without: ['c'],
  });
});

it('go to the one heir of a commune that is no more, added to its own', () => {
  const heirs = new Map([
    ['b', ['a']],
    ['d', ['e']],
  ]);
  expect(nextNumbers([share('a', 10), share('b', 20), share('d', 5)], ['a', 'e'], heirs)).toEqual({
    shares: [share('a', 30), share('e', 5)],
    ended: [
      { ...share('b', 20), to: 'a' },
      { ...share('d', 5), to: 'e' },
    ],
    without: [],
  });
});

it('are nobody’s where a commune was divided, went elsewhere, or has no heir', () => {
  const heirs = new Map([
    ['a', ['b', 'c']],
    ['d', ['elsewhere']],
  ]);
  const next = nextNumbers([share('a', 10), share('d', 7), share('x', 3), share('b', 1)], ['b', 'c'], heirs);
  expect(next.shares).toEqual([share('b', 1)]);
  expect(next.ended.map(({ unitId, to }) => [unitId, to])).toEqual([
    ['a', null],
    ['d', null],
    ['x', null],
  ]);
  expect(next.without).toEqual(['c']);
});
