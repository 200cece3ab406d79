import { teamTitle } from '../facts/team-title.ts';

it.each([
  ['Thôn 1', 'Tổ Thôn 1'],
  ['Tổ dân phố 3', 'Tổ dân phố 3'],
  ['TỔ DÂN PHỐ 3', 'TỔ DÂN PHỐ 3'],
  ['Tổng Cọt', 'Tổ Tổng Cọt'],
])('a team named %s is called %s', (name, title) => {
  expect(teamTitle(name)).toBe(title);
});
