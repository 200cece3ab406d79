import { longestOf, type Member, sumsOf, type SupportedTeam } from './use-committee.ts';

const team = (id: string, quietDays: number): SupportedTeam => ({ id, name: id, quietDays, silent: quietDays > 14 });
const member = (id: string, teams: SupportedTeam[]): Member =>
  ({ id: `post-${id}`, person: { id, fullName: id, position: null }, teams }) as Member;

it('averages over people who have teams, and counts a shared team once', () => {
  const [a, b, c] = [team('a', 20), team('b', 1), team('c', 43)];
  expect(sumsOf([member('chair', []), member('hai', [a, b, c]), member('tuan', [c])])).toEqual({
    people: 3,
    teams: 3,
    average: 1.5,
    silent: 2,
  });
  expect(sumsOf([])).toEqual({ people: 0, teams: 0, average: 0, silent: 0 });
});

it('counts who holds two posts once', () => {
  expect(sumsOf([member('ha', [team('a', 1)]), { ...member('ha', [team('a', 1)]), id: 'other' }])).toMatchObject({
    people: 1,
  });
});

it('knows the longest silence, and none where nobody is silent', () => {
  expect(longestOf([team('a', 15), team('b', 43), team('c', 3)])).toBe(43);
  expect(longestOf([team('c', 14)])).toBeNull();
});
