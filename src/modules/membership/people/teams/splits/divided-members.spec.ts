import type { TeamRole } from '#contracts/enums';
import type { OldMembership } from '../mergers/merged-members.ts';
import { dividedMembers } from './divided-members.ts';

const ON = '2025-07-01';
const row = (personId: string, role: TeamRole = 'member', from = '2022-04-12'): OldMembership => ({
  personId,
  role,
  position: null,
  affiliation: 'other',
  from,
  to: null,
});
const brief = (halves: OldMembership[][]) =>
  halves.map((rows) => rows.map(({ personId, role, from }) => [personId, role, from]));
const ids = (...all: string[]) => new Set(all);

it('puts everybody where they were said to go on, with the role and the days that they had', () => {
  const rows = [row('ke', 'leader'), row('an', 'deputy'), row('binh', 'member', '2025-09-01')];
  expect(brief(dividedMembers(rows, [ids('ke'), ids('an', 'binh')], ON))).toEqual([
    [['ke', 'leader', ON]],
    [
      ['an', 'deputy', ON],
      ['binh', 'member', '2025-09-01'],
    ],
  ]);
});

it('leaves nobody without a team', () => {
  const rows = [row('ke', 'leader'), row('an'), row('moi')];
  expect(brief(dividedMembers(rows, [ids('an'), ids('ke')], ON))[1]).toContainEqual(['moi', 'member', ON]);
  expect(brief(dividedMembers([row('moi')], [ids('an'), ids('ke', 'lan')], ON))[1]).toHaveLength(1);
});
