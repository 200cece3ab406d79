import { levelLoad, lightest, type Load } from './level-load.ts';

const load = (personId: string, days: readonly number[], seat: Load['seat'] = 'member'): Load => ({
  personId,
  seat,
  teams: days.map((quietDays, n) => ({ id: `${personId}${n}`, quietDays, silent: quietDays > 14 })),
});
const quiet = (n: number): number[] => Array.from({ length: n }, () => 3);

it('moves so many teams that both carry alike, the longest silence first', () => {
  const loads = [
    load('chair', [], 'head'),
    load('hai', [43, 20, ...quiet(7)]),
    load('mai', quiet(5)),
    load('tuan', [15, 1, 1]),
  ];
  expect(levelLoad(loads, 8)).toEqual({
    fromId: 'hai',
    toId: 'tuan',
    teams: [
      { id: 'hai0', quietDays: 43, silent: true },
      { id: 'hai1', quietDays: 20, silent: true },
      { id: 'hai2', quietDays: 3, silent: false },
    ],
  });
});

it('proposes nothing while nobody carries much, or nobody could take any', () => {
  expect(levelLoad([load('a', quiet(7)), load('b', [])], 8)).toBeNull();
  expect(levelLoad([load('a', quiet(7)), load('b', [])], 7)).not.toBeNull();
  expect(levelLoad([load('a', quiet(9)), load('b', quiet(8))], 8)).toBeNull();
  expect(levelLoad([load('a', quiet(9)), load('chair', [], 'head')], 8)).toBeNull();
  expect(levelLoad([], 8)).toBeNull();
});

it('never hands on a team that the other supports too', () => {
  const both = { id: 'shared', quietDays: 90, silent: true };
  const loads: Load[] = [
    { personId: 'a', seat: 'standing', teams: [both, ...load('a', quiet(8)).teams] },
    { personId: 'b', seat: 'member', teams: [both] },
  ];
  expect(levelLoad(loads, 8)?.teams.map(({ id }) => id)).toEqual(['a0', 'a1', 'a2', 'a3']);
});

it('never gives the busier more than the lighter ends with', () => {
  for (let most = 8; most < 30; most += 1)
    for (let least = 0; least <= most; least += 1) {
      const moved = levelLoad([load('a', quiet(most)), load('b', quiet(least))], 8)?.teams.length ?? 0;
      expect(most - moved - (least + moved)).toBeGreaterThanOrEqual(0);
      expect(most - moved - (least + moved)).toBeLessThanOrEqual(1);
    }
});

it('knows whom a team without a supporter goes to', () => {
  expect(lightest([load('chair', [], 'head'), load('b', quiet(3)), load('c', [20, 1, 1])])?.personId).toBe('b');
});
