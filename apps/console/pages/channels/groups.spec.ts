import { tallyOf } from './groups.ts';

it('counts a team without a group as one that has none', () => {
  const sums = { activeTeams: 10, groups: 6, misnamedGroups: 3 } as Parameters<typeof tallyOf>[0];
  expect(tallyOf(sums)).toEqual({ right: 6, wrong: 3, none: 1 });
});
