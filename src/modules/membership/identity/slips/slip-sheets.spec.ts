import { sheetsFor } from '#contracts/access/inviting';
import type { MemberToInvite } from './invitation.queries.ts';
import { sheetsOf } from './slip-sheets.ts';

const member = (fullName: string, teamId: string, role: MemberToInvite['role'] = 'member'): MemberToInvite => ({
  teamId,
  personId: fullName,
  fullName,
  position: null,
  role,
  openedAt: null,
  invitedAt: null,
  onPaper: true,
});
const team = (name: string, n: number) => ({
  id: name,
  name,
  members: Array.from({ length: n }, (_, i) => member(`${name}.${i + 1}`, name, i === 0 ? 'leader' : 'member')),
});
const teams = [team('Thôn 1', 7), team('Thôn 2', 9)];
const slips = new Map(teams.flatMap((one) => one.members.map((m) => [m.personId, m])));
const shape = (looks: { byTeam: boolean; ticking: boolean }) =>
  sheetsOf(teams, slips, looks).map(
    (sheet) => `${sheet.team?.name ?? '-'} ${sheet.slips.length} ${sheet.ticking?.length ?? '-'}`,
  );

describe('sheets of slips', () => {
  it('give each team its own, with a cell for the leader', () => {
    expect(shape({ byTeam: true, ticking: true })).toEqual(['Thôn 1 7 7', 'Thôn 2 7 7', 'Thôn 2 2 2']);
    expect(sheetsOf(teams, slips, { byTeam: true, ticking: true })[0]?.team?.leader).toBe('Thôn 1.1');
  });

  it('fill all cells where no leader ticks, and let teams share them', () => {
    expect(shape({ byTeam: true, ticking: false })).toEqual(['Thôn 1 7 -', 'Thôn 2 8 -', 'Thôn 2 1 -']);
    expect(shape({ byTeam: false, ticking: false })).toEqual(['- 8 -', '- 8 -']);
  });

  it('leave out whoever has no slip', () => {
    const some = new Map([...slips].filter(([id]) => id.startsWith('Thôn 2')));
    expect(sheetsOf(teams, some, { byTeam: true, ticking: true }).map((sheet) => sheet.team?.name)).toEqual([
      'Thôn 2',
      'Thôn 2',
    ]);
  });

  it('are as many as the console says before', () => {
    for (const byTeam of [true, false])
      for (const ticking of [true, false])
        expect(sheetsFor([7, 9], { byTeam, ticking })).toBe(sheetsOf(teams, slips, { byTeam, ticking }).length);
  });
});
