import { byNeed, type GroupRow, misnamed, tally } from './groups.ts';

const group = (name: string, state: GroupRow['state'], part: Partial<GroupRow> = {}): GroupRow => ({
  team: { id: name, name },
  unit: { id: name, kind: 'hamlet', name, fullName: name },
  state,
  name: state === 'none' ? null : `nhóm ${name}`,
  proposed: `CNS-${name}`,
  proposedShort: name,
  channel: 'zalo',
  link: null,
  chat: null,
  ...part,
});
const rows = [
  group('Thôn 10', 'wrong'),
  group('Thôn 1', 'right'),
  group('Thôn 2', 'wrong'),
  group('Thôn 3', 'none'),
  group('Minh Sơn', 'wrong', { team: null }),
];

it('counts the groups of teams, not the one of the commune', () => {
  expect(tally(rows)).toEqual({ right: 1, wrong: 2, none: 1 });
});

it('shows wrong names first, as people count hamlets', () => {
  expect([...rows].sort(byNeed).map((row) => row.unit.name)).toEqual([
    'Minh Sơn',
    'Thôn 2',
    'Thôn 10',
    'Thôn 3',
    'Thôn 1',
  ]);
});

it('sends the right name only to leaders whose group has another', () => {
  expect(misnamed(rows)).toEqual(['Thôn 10', 'Thôn 2']);
});
